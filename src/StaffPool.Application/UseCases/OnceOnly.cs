using Microsoft.EntityFrameworkCore;
using StaffPool.Data;
using StaffPool.Data.Access;

namespace StaffPool.Application.UseCases;

/// <summary>
/// The write under way may have been asked before, under a key of its caller: it is then not done again. The note that it
/// is done is saved in the transaction of the write itself, so that there is never one without the other.
/// </summary>
public sealed class OnceOnly
{
    /// <summary>Notes older than this are dropped: the key may be used again.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private const string Table = "api_requests";

    /// <summary>Null where the caller named no key.</summary>
    public RepeatedRequest? Asked { get; set; }

    /// <summary>What is answered to a result of the use case; null where the write gave something else than that.</summary>
    public Func<object?, KeptAnswer?>? Answer { get; set; }

    /// <summary>The answer that was saved with the write; null where it still is to be.</summary>
    public KeptAnswer? Noted { get; private set; }

    internal static bool IsAbout(string? duplicateKey) => duplicateKey?.Contains(Table, StringComparison.Ordinal) == true;

    /// <exception cref="DoneBeforeException">It is done.</exception>
    internal async Task LookAsync(StaffPoolContext db, DateTime now, CancellationToken stop)
    {
        if (Asked is not { } asked)
        {
            return;
        }

        // The same request at the same moment waits here, and then finds it done.
        await db.LockAuditHeadAsync(stop);
        var oldest = now - Kept;
        await db.ApiRequests.Where(r => r.TokenId == asked.TokenId && r.DoneAt < oldest).ExecuteDeleteAsync(stop);
        var row = await db.ApiRequests.AsNoTracking().SingleOrDefaultAsync(r => r.TokenId == asked.TokenId && r.Key == asked.Key, stop);
        if (row is not null)
        {
            throw new DoneBeforeException(row.RequestHash == asked.Hash, row.Status is { } status ? new KeptAnswer(status, row.Location, row.Answer) : null);
        }
    }

    internal void Note(StaffPoolContext db, DateTime now, object? result)
    {
        if (Asked is { } asked)
        {
            Noted = Answer?.Invoke(result);
            db.ApiRequests.Add(new ApiRequestRow
            {
                TokenId = asked.TokenId, Key = asked.Key, RequestHash = asked.Hash, DoneAt = now,
                Status = Noted?.Status, Location = Noted?.Location, Answer = Noted?.Answer,
            });
        }
    }
}

/// <param name="TokenId">Whose key.</param>
/// <param name="Key">Chosen by the caller.</param>
/// <param name="Hash">Of all that was asked.</param>
public sealed record RepeatedRequest(Guid TokenId, string Key, string Hash);

/// <summary>What was answered the first time.</summary>
public sealed record KeptAnswer(int Status, string? Location, string? Answer);

/// <summary>The write was done before, under the same key.</summary>
/// <param name="isSame">Whether the same was asked.</param>
/// <param name="kept">What was answered; null while the first answer is not written, or where it never will be.</param>
public sealed class DoneBeforeException(bool isSame, KeptAnswer? kept) : Exception("The request was done before.")
{
    public bool IsSame { get; } = isSame;

    public KeptAnswer? Kept { get; } = kept;
}
