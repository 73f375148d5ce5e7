using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Interchange;

/// <summary>Throws a file that was sent away, without importing it.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative)]
public sealed class DiscardTableImport(Work work) : IUseCase<Guid, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, Guid request, CancellationToken stop) => work.WriteAsync(
        this,
        groupingId,
        async scope =>
        {
            var upload = await Uploads.FindAsync(scope, request, stop);
            scope.Db.Uploads.Remove(upload);
            scope.Subject = upload.Id;
            return Nothing.More;
        },
        stop);
}
