using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Interchange;

namespace StaffPool.Application.Interchange;

/// <summary>Files that were sent and wait for their sender to confirm them: one a person, a day at most.</summary>
internal static class Uploads
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public static async Task<Added> KeepAsync(WorkScope scope, SentFile file, CancellationToken stop)
    {
        var (user, old) = (scope.Caller.UserId, scope.Now - Kept);
        // The former one was not what they meant.
        await scope.Db.Uploads.Where(u => u.ReceivedAt < old || u.UserId == user).ExecuteDeleteAsync(stop);
        var row = new UploadRow { FileName = Shortened(file.FileName), Content = file.Content, UserId = user, ReceivedAt = scope.Now };
        scope.Db.Uploads.Add(row);
        scope.Subject = row.Id;
        return new Added(row.Id);
    }

    /// <summary>A file is its sender's; the administrator may finish what another began.</summary>
    /// <exception cref="RefusedException">There is none, or it is another's.</exception>
    public static async Task<UploadRow> FindAsync(WorkScope scope, Guid uploadId, CancellationToken stop)
    {
        var (user, isAdministrator) = (scope.Caller.UserId, scope.Caller.Is(Role.Administrator));
        return WorkScope.Found(
            await scope.Db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == uploadId && (isAdministrator || u.UserId == user), stop), "not-found.upload");
    }

    // A browser sends the name, some send the path.
    private static string Shortened(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var plain = string.Concat(last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        return plain.Length <= TextField.MostInALine ? plain : plain[^TextField.MostInALine..];
    }
}
