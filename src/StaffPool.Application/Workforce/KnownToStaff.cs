using Microsoft.EntityFrameworkCore;
using StaffPool.Data;
using StaffPool.Data.Members;

namespace StaffPool.Application.Workforce;

/// <summary>What a professional may refer to, read once for however many.</summary>
/// <param name="IsProfession">Whether it is the key of a profession.</param>
/// <param name="Member">The member of a key, or null.</param>
/// <param name="IsSite">Whether it is the key of a site.</param>
/// <param name="WorkingTimes">Rule sets of the grouping, by their identifiers.</param>
internal sealed record KnownToStaff(
    Func<Guid, bool> IsProfession, Func<Guid, MemberRow?> Member, Func<Guid, bool> IsSite, IReadOnlySet<string> WorkingTimes)
{
    public static async Task<KnownToStaff> LoadAsync(StaffPoolContext db, CancellationToken stop)
    {
        var professions = await db.Professions.Select(p => p.Id).ToHashSetAsync(stop);
        var members = await db.Members.AsNoTracking().ToDictionaryAsync(m => m.Id, stop);
        var sites = await db.Sites.Select(s => s.Id).ToHashSetAsync(stop);
        return new KnownToStaff(
            professions.Contains, members.GetValueOrDefault, sites.Contains, await db.WorkingTimes.Select(t => t.Code).ToHashSetAsync(stop));
    }
}
