using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Shares;

/// <summary>
/// Which numbered shares each member holds: "A owns shares 01 to 26, B 27 to 54" (Instruction DGAS/5D/2007-309, modèle
/// de convention). Numbers are given out one after the other and never twice; a cancellation leaves a gap that only a
/// renumbering closes, and that is an amendment.
/// </summary>
public sealed class ShareRegister
{
    private ShareRegister(IEnumerable<ShareHolding> holdings, long lastIssued, IReadOnlyList<ShareMovement> movements)
    {
        Holdings = Merged(holdings);
        LastIssued = lastIssued;
        Movements = movements;
    }

    public static ShareRegister Empty { get; } = new([], 0, []);

    /// <summary>Ranges by number, neighbouring ones of a member joined.</summary>
    public IReadOnlyList<ShareHolding> Holdings { get; }

    /// <summary>Highest number ever given out since the last renumbering.</summary>
    public long LastIssued { get; }

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<ShareMovement> Movements { get; }

    public long Total => Holdings.Sum(h => h.Range.Count);

    /// <summary>Numbers run from 1 without a gap.</summary>
    public bool IsContiguous => Total == LastIssued;

    /// <summary>A register kept elsewhere until now.</summary>
    /// <exception cref="DomainException">A number is held twice.</exception>
    public static ShareRegister Of(IReadOnlyList<ShareHolding> holdings) =>
        new(holdings, holdings.Select(h => h.Range.Last).DefaultIfEmpty(0).Max(), []);

    public IReadOnlyList<NumberRange> RangesOf(string memberId) =>
        [.. Holdings.Where(h => h.MemberId == memberId).Select(h => h.Range)];

    /// <summary>Shares of each holder, in the order of their first numbers.</summary>
    public ShareTable ToTable() => new([.. Holdings
        .GroupBy(h => h.MemberId, StringComparer.Ordinal)
        .Select(g => new ShareRow(g.Key, g.Sum(h => h.Range.Count)))]);

    /// <summary>New shares, numbered after the last.</summary>
    /// <exception cref="DomainException">Not at least one share, or a day before the last movement.</exception>
    public ShareRegister Issue(string memberId, long count, DateOnly day, LegalReference reference)
    {
        RefuseImpossible(count, day);
        var range = new NumberRange(LastIssued + 1, LastIssued + count);
        return new(
            [.. Holdings, new ShareHolding(memberId, range)],
            range.Last,
            [.. Movements, new ShareMovement(ShareMovementKind.Issue, day, null, memberId, [range], reference)]);
    }

    /// <summary>Shares that change hands with their numbers: the highest of the giver.</summary>
    /// <exception cref="DomainException">The giver holds fewer, gives to itself, or the day is before the last movement.</exception>
    public ShareRegister Transfer(string from, string to, long count, DateOnly day, LegalReference reference)
    {
        RefuseImpossible(count, day);
        if (from == to)
        {
            throw new DomainException(ShareTexts.Of("register.to-itself", from));
        }

        var (kept, taken) = Take(from, count);
        return new(
            [.. kept, .. taken.Select(range => new ShareHolding(to, range))],
            LastIssued,
            [.. Movements, new ShareMovement(ShareMovementKind.Transfer, day, from, to, taken, reference)]);
    }

    /// <summary>Shares that cease to exist: the highest of the holder. Their numbers are not given out again.</summary>
    /// <exception cref="DomainException">The holder has fewer, or the day is before the last movement.</exception>
    public ShareRegister Cancel(string memberId, long count, DateOnly day, LegalReference reference)
    {
        RefuseImpossible(count, day);
        var (kept, taken) = Take(memberId, count);
        return new(
            kept,
            LastIssued,
            [.. Movements, new ShareMovement(ShareMovementKind.Cancellation, day, memberId, null, taken, reference)]);
    }

    /// <summary>Numbers from 1 without a gap, one range per member, in the order of their first numbers: an amendment.</summary>
    /// <exception cref="DomainException">A day before the last movement.</exception>
    public ShareRegister Renumber(DateOnly day, LegalReference reference)
    {
        RefuseEarlier(day);
        var holdings = new List<ShareHolding>();
        var next = 1L;
        foreach (var row in ToTable().Rows)
        {
            holdings.Add(new ShareHolding(row.MemberId, new NumberRange(next, next + row.Shares - 1)));
            next += row.Shares;
        }

        return new(
            holdings,
            next - 1,
            [.. Movements, new ShareMovement(
                ShareMovementKind.Renumbering, day, null, null, [.. holdings.Select(h => h.Range)], reference)]);
    }

    private static List<ShareHolding> Merged(IEnumerable<ShareHolding> holdings)
    {
        var merged = new List<ShareHolding>();
        foreach (var holding in holdings.OrderBy(h => h.Range.First))
        {
            if (merged.LastOrDefault() is { } last && last.Range.Last >= holding.Range.First)
            {
                throw new DomainException(
                    ShareTexts.Of("register.overlap", holding.Range.First, last.MemberId, holding.MemberId));
            }

            if (merged.LastOrDefault() is { } before
                && before.MemberId == holding.MemberId && before.Range.Last + 1 == holding.Range.First)
            {
                merged[^1] = before with { Range = new NumberRange(before.Range.First, holding.Range.Last) };
            }
            else
            {
                merged.Add(holding);
            }
        }

        return merged;
    }

    private (List<ShareHolding> Kept, List<NumberRange> Taken) Take(string memberId, long count)
    {
        var held = RangesOf(memberId).Sum(r => r.Count);
        if (held < count)
        {
            throw new DomainException(ShareTexts.Of("register.too-few", memberId, held, count));
        }

        var kept = new List<ShareHolding>();
        var taken = new List<NumberRange>();
        foreach (var holding in Holdings.Reverse())
        {
            var take = holding.MemberId == memberId ? Math.Min(count, holding.Range.Count) : 0;
            var firstTaken = holding.Range.Last - take + 1;
            count -= take;
            if (take > 0)
            {
                taken.Insert(0, new NumberRange(firstTaken, holding.Range.Last));
            }

            if (take < holding.Range.Count)
            {
                kept.Add(holding with { Range = new NumberRange(holding.Range.First, firstTaken - 1) });
            }
        }

        return (kept, taken);
    }

    private void RefuseImpossible(long count, DateOnly day)
    {
        if (count < 1)
        {
            throw new DomainException(ShareTexts.Of("register.count", count));
        }

        RefuseEarlier(day);
    }

    private void RefuseEarlier(DateOnly day)
    {
        if (Movements.Count > 0 && day < Movements[^1].Day)
        {
            throw new DomainException(ShareTexts.Of("register.earlier", day, Movements[^1].Day));
        }
    }
}
