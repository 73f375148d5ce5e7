using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Interchange;

namespace StaffPool.Application.Interchange;

/// <summary>Keeps a file of tables until its sender has seen what it would change and confirms it; a day at most.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative)]
public sealed class ReceiveTables(Work work, ITableFormat format) : IUseCase<SentFile, Added>
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public Task<Added> RunAsync(Guid groupingId, SentFile request, CancellationToken stop)
    {
        // Before a transaction is open: a file that is no table is refused without waiting for anybody.
        format.Read(request.Content, request.FileName);
        return work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);
    }

    private static async Task<Added> WriteAsync(WorkScope scope, SentFile request, CancellationToken stop)
    {
        var (user, old) = (scope.Caller.UserId, scope.Now - Kept);
        // One file a person at a time: the former one was not what they meant.
        await scope.Db.Uploads.Where(u => u.ReceivedAt < old || u.UserId == user).ExecuteDeleteAsync(stop);
        var row = new UploadRow { FileName = Shortened(request.FileName), Content = request.Content, UserId = user, ReceivedAt = scope.Now };
        scope.Db.Uploads.Add(row);
        scope.Subject = row.Id;
        return new Added(row.Id);
    }

    // A browser sends the name, some send the path.
    private static string Shortened(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var plain = string.Concat(last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        return plain.Length <= TextField.MostInALine ? plain : plain[^TextField.MostInALine..];
    }
}

/// <param name="FileName">As its sender calls it.</param>
/// <param name="Content">An Excel workbook or CSV.</param>
public sealed record SentFile(string FileName, byte[] Content);
