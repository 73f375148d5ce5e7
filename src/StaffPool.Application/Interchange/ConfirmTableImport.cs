using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Interchange;

/// <summary>Imports a file that was sent, as it would change things now: all of it or nothing.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative)]
[Limits("own-member", Role.MemberRepresentative)]
public sealed class ConfirmTableImport(Work work, ITableFormat format) : IUseCase<Guid, ImportReport>
{
    public Task<ImportReport> RunAsync(Guid groupingId, Guid request, CancellationToken stop) => work.WriteAsync(
        this,
        groupingId,
        async scope =>
        {
            var upload = await Uploads.FindAsync(scope, request, stop);
            await scope.TakeTurnAsync(stop);
            var report = TableImport.Hold(await TableImport.RunAsync(scope, format.Read(upload.Content, upload.FileName), upload.FileName, stop));
            scope.Db.Uploads.Remove(upload);
            scope.Subject = upload.Id;
            return report;
        },
        stop);
}
