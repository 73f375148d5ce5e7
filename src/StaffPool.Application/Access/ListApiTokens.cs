using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Access;

/// <summary>The tokens of the programs that act in the grouping, the last ones first.</summary>
[Permits(Role.Administrator, Role.Auditor)]
public sealed class ListApiTokens(Work work) : IUseCase<Nothing, IReadOnlyList<ApiTokenView>>
{
    public Task<IReadOnlyList<ApiTokenView>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync<IReadOnlyList<ApiTokenView>>(this, groupingId, async scope => await scope.Db.ApiTokens
            .OrderByDescending(t => t.CreatedAt)
            .Select(t => new ApiTokenView(
                t.Id, t.Version, t.Name, t.Prefix, t.User!.DisplayName, t.IsReadOnly, t.Roles, t.Modules, t.CreatedAt, t.ExpiresAt, t.RevokedAt,
                t.LastUsedAt, t.RevokedAt == null && t.ExpiresAt > scope.Now))
            .ToListAsync(stop), stop);
}

/// <summary>A token as it is shown: never its secret. Moments are in UTC.</summary>
/// <param name="Id">The token.</param>
/// <param name="Version">As read.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Prefix">First letters of its secret.</param>
/// <param name="UserName">In whose name it acts.</param>
/// <param name="IsReadOnly">Whether it may write nothing.</param>
/// <param name="Roles">Roles that it acts in; empty for all that the user has.</param>
/// <param name="Modules">Modules that it may use; empty for all.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">Until when it is good.</param>
/// <param name="RevokedAt">When it was revoked, or null.</param>
/// <param name="LastUsedAt">Within five minutes; null where it never was.</param>
/// <param name="IsUsable">Neither revoked nor expired.</param>
public sealed record ApiTokenView(
    Guid Id, int Version, string Name, string Prefix, string UserName, bool IsReadOnly, IReadOnlyList<Role> Roles, IReadOnlyList<string> Modules,
    DateTime CreatedAt, DateTime ExpiresAt, DateTime? RevokedAt, DateTime? LastUsedAt, bool IsUsable);
