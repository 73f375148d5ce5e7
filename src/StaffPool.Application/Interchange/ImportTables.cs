using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Interchange;

/// <summary>Imports a file of tables at once: all of it or nothing. A page shows first what would change.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative)]
[Limits("own-member", Role.MemberRepresentative)]
public sealed class ImportTables(Work work, ITableFormat format) : IUseCase<SentFile, ImportReport>
{
    public Task<ImportReport> RunAsync(Guid groupingId, SentFile request, CancellationToken stop)
    {
        var file = format.Read(request.Content, request.FileName);
        return work.WriteAsync(
            this,
            groupingId,
            async scope =>
            {
                await scope.TakeTurnAsync(stop);
                return TableImport.Hold(await TableImport.RunAsync(scope, file, request.FileName, stop));
            },
            stop);
    }
}
