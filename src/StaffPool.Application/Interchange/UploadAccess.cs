using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Interchange;

namespace StaffPool.Application.Interchange;

/// <summary>A file that was sent is its sender's; the administrator may finish what another began.</summary>
internal static class UploadAccess
{
    /// <exception cref="RefusedException">There is none, or it is another's.</exception>
    public static async Task<UploadRow> FindAsync(WorkScope scope, Guid uploadId, CancellationToken stop)
    {
        var (user, isAdministrator) = (scope.Caller.UserId, scope.Caller.Is(Role.Administrator));
        return WorkScope.Found(
            await scope.Db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == uploadId && (isAdministrator || u.UserId == user), stop), "not-found.upload");
    }
}
