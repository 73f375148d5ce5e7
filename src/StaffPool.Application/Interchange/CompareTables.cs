using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Interchange;

/// <summary>What a file of tables would change, and what is wrong with it, without keeping it. Nothing changes.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative)]
[Limits("own-member", Role.MemberRepresentative)]
public sealed class CompareTables(Work work, ITableFormat format) : IUseCase<SentFile, ImportReport>
{
    public Task<ImportReport> RunAsync(Guid groupingId, SentFile request, CancellationToken stop)
    {
        var file = format.Read(request.Content, request.FileName);
        return work.ReadAsync(this, groupingId, scope => TableImport.RunAsync(scope, file, request.FileName, stop), stop);
    }
}
