using Microsoft.EntityFrameworkCore;
using StaffPool.Data;
using StaffPool.Data.Access;

namespace StaffPool.Application.Access;

/// <summary>Links that sign a user in, once.</summary>
public sealed class SignInLinks(ServiceDatabase database, TimeProvider clock)
{
    public static readonly TimeSpan Validity = TimeSpan.FromHours(24);

    /// <returns>The token of a new link: the only time that it is known.</returns>
    public async Task<string> CreateAsync(Guid userId, CancellationToken stop)
    {
        var secret = OneTimeToken.New();
        using var turn = await database.WriteTurnAsync(stop);
        await using var db = database.NewContext();
        db.SignInLinks.Add(new SignInLinkRow
        {
            TokenHash = secret.Hash, UserId = userId, ExpiresAt = clock.GetUtcNow().UtcDateTime + Validity,
        });
        await db.SaveChangesAsync(stop);
        return secret.Token;
    }

    /// <summary>Whether it would work now; it stays unused.</summary>
    public async Task<bool> IsValidAsync(string token, CancellationToken stop)
    {
        await using var db = database.NewContext();
        return await Usable(db, token).AnyAsync(stop);
    }

    /// <summary>Uses the link up, whoever else tries at the same moment.</summary>
    /// <returns>The user; null where it was used, has expired or never was.</returns>
    public async Task<Guid?> UseAsync(string token, CancellationToken stop)
    {
        using var turn = await database.WriteTurnAsync(stop);
        await using var db = database.NewContext();
        var now = clock.GetUtcNow().UtcDateTime;
        var used = await Usable(db, token).ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now), stop);
        var hash = OneTimeToken.HashOf(token);
        return used == 1 ? await db.SignInLinks.Where(l => l.TokenHash == hash).Select(l => l.UserId).SingleAsync(stop) : null;
    }

    private IQueryable<SignInLinkRow> Usable(StaffPoolContext db, string token)
    {
        var hash = OneTimeToken.HashOf(token);
        var now = clock.GetUtcNow().UtcDateTime;
        return db.SignInLinks.Where(l => l.TokenHash == hash && l.UsedAt == null && l.ExpiresAt > now);
    }
}
