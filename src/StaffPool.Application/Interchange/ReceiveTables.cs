using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Interchange;

/// <summary>Keeps a file of tables until its sender has seen what it would change and confirms it; a day at most.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative)]
public sealed class ReceiveTables(Work work, ITableFormat format) : IUseCase<SentFile, Added>
{
    public Task<Added> RunAsync(Guid groupingId, SentFile request, CancellationToken stop)
    {
        // Before a transaction is open: a file that is no table is refused without waiting for anybody.
        format.Read(request.Content, request.FileName);
        return work.WriteAsync(this, groupingId, scope => Uploads.KeepAsync(scope, request, stop), stop);
    }
}

/// <param name="FileName">As its sender calls it.</param>
/// <param name="Content">An Excel workbook or CSV.</param>
public sealed record SentFile(string FileName, byte[] Content);
