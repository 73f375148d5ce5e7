using System.Buffers.Text;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data;

namespace StaffPool.Application.Access;

/// <summary>Whose token a request carries: asked before any use case, at every request.</summary>
public sealed class ApiTokens(ServiceDatabase database, TimeProvider clock)
{
    // Written no more often, so that reading does not write.
    private static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(5);

    /// <returns>Null where there is no such token, or it was revoked or has expired.</returns>
    public async Task<TokenUser?> FindAsync(string token, CancellationToken stop)
    {
        if (ApiSecret.GroupingOf(token) is not { } groupingId)
        {
            return null;
        }

        var (hash, now) = (OneTimeToken.HashOf(token), clock.GetUtcNow().UtcDateTime);
        TokenUser? found;
        DateTime? used;
        await using (var db = database.NewContext())
        {
            db.GroupingId = groupingId;
            await using var transaction = await db.BeginAsync(new Sight(), writes: false, stop);
            var row = await db.ApiTokens.AsNoTracking().Include(t => t.User)
                .SingleOrDefaultAsync(t => t.SecretHash == hash && t.RevokedAt == null && t.ExpiresAt > now, stop);
            found = row is null
                ? null
                : new TokenUser(
                    row.Id, row.UserId, AccessTexts.Of("token.user", row.User!.DisplayName, row.Name).ToString(),
                    new CallerLimits(groupingId, row.IsReadOnly, row.Roles, row.Modules));
            used = row?.LastUsedAt;
        }

        if (found is not null && !(now - used <= UsedEvery))
        {
            await NoteUseAsync(groupingId, found.TokenId, now, stop);
        }

        return found;
    }

    private async Task NoteUseAsync(Guid groupingId, Guid tokenId, DateTime now, CancellationToken stop)
    {
        using var turn = await database.WriteTurnAsync(stop);
        await using var db = database.NewContext();
        db.GroupingId = groupingId;
        await using var transaction = await db.BeginAsync(new Sight(), writes: true, stop);
        await db.ApiTokens.Where(t => t.Id == tokenId).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, now), stop);
        await transaction.CommitAsync(stop);
    }
}

/// <param name="TokenId">The token.</param>
/// <param name="UserId">In whose name it acts.</param>
/// <param name="Name">Both, as the audit log names them.</param>
/// <param name="Limits">What it is held to.</param>
public sealed record TokenUser(Guid TokenId, Guid UserId, string Name, CallerLimits Limits);

/// <summary>The secret of a token: <c>sp_</c>, the grouping, and 256 random bits. The grouping says in whose rows to look.</summary>
public static class ApiSecret
{
    /// <summary>Letters shown of it afterwards: what follows the grouping begins there.</summary>
    public const int ShownLetters = 6;

    private const string Mark = "sp_";
    private const int GroupingLetters = 22;

    /// <summary>A new one, with its hash and the letters by which a person knows it again.</summary>
    public static (string Token, string Hash, string Prefix) New(Guid groupingId)
    {
        var secret = OneTimeToken.New().Token;
        var token = Mark + Base64Url.EncodeToString(groupingId.ToByteArray()) + secret;
        return (token, OneTimeToken.HashOf(token), $"{Mark}…{secret[..ShownLetters]}");
    }

    internal static Guid? GroupingOf(string token)
    {
        Span<byte> bytes = stackalloc byte[16];
        return token.Length > Mark.Length + GroupingLetters && token.StartsWith(Mark, StringComparison.Ordinal)
            && Base64Url.TryDecodeFromChars(token.AsSpan(Mark.Length, GroupingLetters), bytes, out var written) && written == bytes.Length
            ? new Guid(bytes)
            : null;
    }
}
