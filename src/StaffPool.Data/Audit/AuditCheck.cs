using Microsoft.EntityFrameworkCore;

namespace StaffPool.Data.Audit;

/// <summary>Reads the audit log of every grouping from its first entry.</summary>
public static class AuditCheck
{
    /// <param name="database">Migrated.</param>
    /// <param name="expected">Hashes of heads noted earlier: what was sealed then must still be there.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<AuditReport> RunAsync(ServiceDatabase database, IReadOnlyCollection<string> expected, CancellationToken stop)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, stop);
        var names = await db.Groupings.IgnoreQueryFilters().ToDictionaryAsync(g => g.Id, g => g.Name, stop);
        var logged = await db.AuditEntries.IgnoreQueryFilters().Select(e => e.GroupingId)
            .Union(db.AuditHeads.IgnoreQueryFilters().Select(h => h.GroupingId)).ToListAsync(stop);
        var missing = new HashSet<string>(expected, StringComparer.OrdinalIgnoreCase);
        var chains = new List<AuditChain>();
        foreach (var grouping in names.Keys.Union(logged).Order())
        {
            db.GroupingId = grouping;
            chains.Add(await ReadAsync(db, names.GetValueOrDefault(grouping), missing, stop));
        }

        return new AuditReport(chains, [.. missing]);
    }

    private static async Task<AuditChain> ReadAsync(StaffPoolContext db, string? name, HashSet<string> missing, CancellationToken stop)
    {
        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(stop);
        var seen = 0L;
        var breach = await AuditTrail.VerifyAsync(SeenAsync(), head);
        // A grouping is founded by a write: its log cannot be empty.
        breach ??= seen == 0 ? new AuditBreach(1, AuditFault.Missing) : null;
        return new AuditChain(db.GroupingId, name, seen, head?.Hash ?? AuditTrail.Nothing, breach);

        async IAsyncEnumerable<AuditEntryRow> SeenAsync()
        {
            await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(stop))
            {
                seen++;
                missing.Remove(entry.Hash);
                yield return entry;
            }
        }
    }
}

/// <param name="Chains">One per grouping.</param>
/// <param name="NotFound">Heads noted earlier that no log holds: it was cut or written anew.</param>
public sealed record AuditReport(IReadOnlyList<AuditChain> Chains, IReadOnlyList<string> NotFound)
{
    public bool IsIntact => NotFound.Count == 0 && Chains.All(chain => chain.Breach is null);
}

/// <param name="GroupingId">The grouping.</param>
/// <param name="Name">Its name; null where only its log is left.</param>
/// <param name="Entries">Read up to the breach.</param>
/// <param name="Head">Hash of the last entry, to be noted elsewhere.</param>
/// <param name="Breach">Where the log stops being what was written; null where it is whole.</param>
public sealed record AuditChain(Guid GroupingId, string? Name, long Entries, string Head, AuditBreach? Breach);
