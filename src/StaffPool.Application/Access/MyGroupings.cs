using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Access;

namespace StaffPool.Application.Access;

/// <summary>The groupings of the person signed in: what they may find out before they are in one.</summary>
public sealed class MyGroupings(ServiceDatabase database, ICurrentUser user)
{
    private static readonly StringComparer ByName = StringComparer.Create(CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true);

    private IReadOnlyList<MyGrouping>? read;

    /// <summary>Read once for as long as this lives: one request.</summary>
    /// <returns>In the order of their names; empty for nobody.</returns>
    public async Task<IReadOnlyList<MyGrouping>> ListAsync(CancellationToken stop) => read ??= user.Id is { } id ? await ReadAsync(id, stop) : [];

    private async Task<IReadOnlyList<MyGrouping>> ReadAsync(Guid userId, CancellationToken stop)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(userId), writes: false, stop);
        var grants = await db.Grants.IgnoreQueryFilters()
            .Where(g => g.UserId == userId)
            .Join(db.Groupings.IgnoreQueryFilters(), g => g.GroupingId, o => o.Id, (g, o) => new
            {
                o.Id, o.Code, o.Name, o.HasSyntheticValues, o.RequiresSecondFactor, Grant = new Grant(g.Role, g.MemberId, g.ProfessionalId),
            })
            .ToListAsync(stop);
        return
        [
            .. grants.GroupBy(g => g.Id)
                .Select(g => new MyGrouping(
                    g.Key, g.First().Code, g.First().Name, g.First().HasSyntheticValues, g.First().RequiresSecondFactor, [.. g.Select(o => o.Grant)]))
                .OrderBy(g => g.Name, ByName),
        ];
    }
}

/// <param name="Id">The grouping.</param>
/// <param name="Code">Its name in addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="HasSyntheticValues">Whether some of its values were invented for a demonstration.</param>
/// <param name="RequiresSecondFactor">Whether its users must sign in with a second factor.</param>
/// <param name="Grants">Roles of the user in it; at least one.</param>
public sealed record MyGrouping(
    Guid Id, string Code, string Name, bool HasSyntheticValues, bool RequiresSecondFactor, IReadOnlyList<Grant> Grants)
{
    public bool Has(params Role[] roles) => Grants.Any(g => roles.Contains(g.Role));
}
