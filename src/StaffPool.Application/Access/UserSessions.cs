using Microsoft.EntityFrameworkCore;
using StaffPool.Data;
using StaffPool.Data.Access;

namespace StaffPool.Application.Access;

/// <summary>The browsers that are signed in: every request asks whether its own still is.</summary>
public sealed class UserSessions(ServiceDatabase database, TimeProvider clock)
{
    private const int LongestBrowser = 200;

    // Written no more often, so that reading a page does not write.
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <returns>The session, to be named in the cookie.</returns>
    public async Task<Guid> StartAsync(Guid userId, string browser, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var session = new SessionRow
        {
            UserId = userId, StartedAt = now, LastSeenAt = now, Browser = browser.Length > LongestBrowser ? browser[..LongestBrowser] : browser,
        };
        using var turn = await database.WriteTurnAsync(stop);
        await using var db = database.NewContext();
        db.Sessions.Add(session);
        await db.SaveChangesAsync(stop);
        return session.Id;
    }

    /// <summary>Whose session it is, seen now.</summary>
    /// <returns>Null where it was ended or never was.</returns>
    public async Task<SignedInUser?> SeeAsync(Guid sessionId, CancellationToken stop)
    {
        SignedInUser? user;
        DateTime seen;
        await using (var db = database.NewContext())
        {
            var found = await db.Sessions
                .Where(s => s.Id == sessionId && s.EndedAt == null)
                .Join(db.Users, s => s.UserId, u => u.Id, (s, u) => new { s.LastSeenAt, User = u })
                .Select(f => new
                {
                    f.LastSeenAt,
                    User = new SignedInUser(sessionId, f.User.Id, f.User.DisplayName, f.User.Email ?? "", f.User.TwoFactorEnabled, f.User.PasswordHash != null),
                })
                .SingleOrDefaultAsync(stop);
            (user, seen) = (found?.User, found?.LastSeenAt ?? default);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (user is not null && now - seen > SeenEvery)
        {
            await ChangeAsync(
                db => db.Sessions.Where(s => s.Id == sessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), stop), stop);
        }

        return user;
    }

    /// <returns>Those that are open, the last seen first.</returns>
    public async Task<IReadOnlyList<OpenSession>> ListAsync(Guid userId, CancellationToken stop)
    {
        await using var db = database.NewContext();
        return await db.Sessions
            .Where(s => s.UserId == userId && s.EndedAt == null)
            .OrderByDescending(s => s.LastSeenAt)
            .Select(s => new OpenSession(s.Id, s.Browser, s.StartedAt, s.LastSeenAt))
            .ToListAsync(stop);
    }

    /// <summary>Ends one session of the user; nothing where it is another's.</summary>
    public Task EndAsync(Guid userId, Guid sessionId, CancellationToken stop) =>
        EndAsync(s => s.Where(o => o.UserId == userId && o.Id == sessionId), stop);

    /// <summary>Ends all sessions of the user but one.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="kept">The one that stays, or null to end all.</param>
    /// <param name="stop">Gives up.</param>
    public Task EndOthersAsync(Guid userId, Guid? kept, CancellationToken stop) =>
        EndAsync(s => s.Where(o => o.UserId == userId && o.Id != kept), stop);

    private Task EndAsync(Func<IQueryable<SessionRow>, IQueryable<SessionRow>> which, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return ChangeAsync(
            db => which(db.Sessions).Where(s => s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), stop), stop);
    }

    private async Task ChangeAsync(Func<StaffPoolContext, Task> change, CancellationToken stop)
    {
        using var turn = await database.WriteTurnAsync(stop);
        await using var db = database.NewContext();
        await change(db);
    }
}

/// <param name="SessionId">The session.</param>
/// <param name="Id">The user.</param>
/// <param name="Name">As shown to others.</param>
/// <param name="Email">The address that they sign in with.</param>
/// <param name="HasSecondFactor">Whether they sign in with a second factor.</param>
/// <param name="HasPassword">Whether they have chosen a password; without one they came by a link or by another provider.</param>
public sealed record SignedInUser(Guid SessionId, Guid Id, string Name, string Email, bool HasSecondFactor, bool HasPassword);

/// <param name="Id">The session.</param>
/// <param name="Browser">The browser, in its own words.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="LastSeenAt">UTC, within five minutes.</param>
public sealed record OpenSession(Guid Id, string Browser, DateTime StartedAt, DateTime LastSeenAt);
