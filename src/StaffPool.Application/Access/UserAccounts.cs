using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StaffPool.Data;
using StaffPool.Data.Access;

namespace StaffPool.Application.Access;

/// <summary>The users of the whole service, before any grouping: for its start and its operator.</summary>
public sealed class UserAccounts(ServiceDatabase database, TimeProvider clock)
{
    /// <summary>Whether somebody can sign in already.</summary>
    public async Task<bool> AnyAsync(CancellationToken stop)
    {
        await using var db = database.NewContext();
        return await db.Users.AnyAsync(stop);
    }

    /// <summary>The user of an e-mail address, made where there is none; without password, so that only a link signs them in.</summary>
    public async Task<Guid> EnsureAsync(string email, string displayName, CancellationToken stop)
    {
        using var turn = await database.WriteTurnAsync(stop);
        await using var db = database.NewContext();
        var key = Normalized(email);
        if (await db.Users.Where(u => u.NormalizedEmail == key).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(stop) is { } known)
        {
            return known;
        }

        var user = New(email, displayName, clock.GetUtcNow().UtcDateTime);
        db.Users.Add(user);
        await db.SaveChangesAsync(stop);
        return user.Id;
    }

    /// <summary>Groupings that nobody administers yet.</summary>
    public async Task<IReadOnlyList<Guid>> GroupingsWithoutAdministratorAsync(CancellationToken stop)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, stop);
        return await db.Groupings.IgnoreQueryFilters()
            .Where(g => !db.Grants.IgnoreQueryFilters().Any(r => r.GroupingId == g.Id && r.Role == Role.Administrator))
            .Select(g => g.Id)
            .ToListAsync(stop);
    }

    /// <summary>A user as Identity wants it; the address is the name that they sign in with.</summary>
    internal static User New(string email, string displayName, DateTime now) => new()
    {
        DisplayName = displayName,
        CreatedAt = now,
        UserName = email,
        NormalizedUserName = Normalized(email),
        Email = email,
        NormalizedEmail = Normalized(email),
        LockoutEnabled = true,
        SecurityStamp = OneTimeToken.New().Token,
    };

    internal static string Normalized(string email) => new UpperInvariantLookupNormalizer().NormalizeEmail(email)!;
}
