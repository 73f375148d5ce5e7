using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Governance;

namespace StaffPool.Application.Governance;

/// <summary>Ends an assembly: its attendance and votes no longer change.</summary>
[Permits(Role.Administrator)]
public sealed class CloseAssembly(Work work) : IUseCase<AssemblyVersion, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, AssemblyVersion request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, async scope =>
        {
            (await StoredSitting.OpenAsync(scope, request.AssemblyId, request.Version, stop)).Status = AssemblyStatus.Closed;
            return Nothing.More;
        }, stop);
}

/// <param name="AssemblyId">The assembly.</param>
/// <param name="Version">As read.</param>
public sealed record AssemblyVersion(Guid AssemblyId, int Version);
