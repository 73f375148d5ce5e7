using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;

namespace StaffPool.Application.Governance;

/// <summary>One dated version of the founding agreement, without its text.</summary>
internal sealed record AgreementVersion(Guid Id, int Version, DateOnly ValidFrom)
{
    /// <summary>The one in force today; before the first one, the first one.</summary>
    public static async Task<AgreementVersion> InForceAsync(WorkScope scope, CancellationToken stop)
    {
        var versions = await scope.Db.Agreements.AsNoTracking()
            .OrderBy(a => a.ValidFrom)
            .Select(a => new AgreementVersion(a.Id, a.Version, a.ValidFrom))
            .ToListAsync(stop);
        return versions.LastOrDefault(v => v.ValidFrom <= scope.Today) ?? versions[0];
    }
}
