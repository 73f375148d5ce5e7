using StaffPool.Data;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.UseCases;

/// <summary>What a use case has in hand while it works: one transaction on one grouping.</summary>
public sealed class WorkScope(StaffPoolContext db, Caller caller, DateTime now)
{
    public StaffPoolContext Db { get; } = db;

    public Caller Caller { get; } = caller;

    /// <summary>UTC.</summary>
    public DateTime Now { get; } = now;

    /// <summary>Today in Paris, where the groupings are.</summary>
    public DateOnly Today { get; } = ParisTime.DayOf(now);

    public Guid GroupingId => Db.GroupingId;

    /// <summary>The aggregate that the audit log says it was about.</summary>
    public Guid? Subject { get; set; }

    /// <summary>What to say when the database finds that another row has the key: asked on a transaction of its own.</summary>
    public Func<StaffPoolContext, Task<Text>>? WhenTaken { get; set; }

    /// <summary>Takes a row for writing, as the user last saw it.</summary>
    /// <exception cref="RefusedException">It changed since.</exception>
    public T Expect<T>(T row, int version)
        where T : IVersioned
    {
        Subject = row.Id;
        return row.Version == version ? row : throw new OutOfDateException();
    }

    /// <summary>
    /// Takes the turn of this grouping until the work ends: for rules over several rows, which no key of the database holds
    /// when two people act at once. To be called before those rows are read.
    /// </summary>
    public Task TakeTurnAsync(CancellationToken stop) => Db.LockAuditHeadAsync(stop);

    /// <exception cref="RefusedException">There is none.</exception>
    public static T Found<T>(T? row, string key, params object?[] arguments)
        where T : class =>
        row ?? throw RefusedException.Of(Refusal.NotFound, UseCaseTexts.Of(key, arguments));
}

/// <summary>Told as a refusal once it is known who changed what.</summary>
internal sealed class OutOfDateException : Exception;
