using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Interchange;

/// <summary>What a file that was sent would change, and what is wrong with it. Nothing changes.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative)]
[Limits("own-member", Role.MemberRepresentative)]
public sealed class ReadTableImport(Work work, ITableFormat format) : IUseCase<Guid, ImportReport>
{
    public Task<ImportReport> RunAsync(Guid groupingId, Guid request, CancellationToken stop) => work.ReadAsync(
        this,
        groupingId,
        async scope =>
        {
            var upload = await Uploads.FindAsync(scope, request, stop);
            return await TableImport.RunAsync(scope, format.Read(upload.Content, upload.FileName), upload.FileName, stop);
        },
        stop);
}
