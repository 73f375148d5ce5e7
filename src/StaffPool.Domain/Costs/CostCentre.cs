using StaffPool.Domain.Calculations;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Costs;

/// <summary>
/// A function that the grouping performs (psychologists, payroll) or another place where costs gather, with its own
/// allocation key: the convention of a GTSMS says function by function how costs are shared (décret n° 2025-1394).
/// </summary>
public sealed record CostCentre
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Keys by date of effect; one alone is in force in a period.</summary>
    public required IReadOnlyList<DatedKey> Keys { get; init; }

    public IReadOnlyList<CostItem> Items { get; init; } = [];

    public IReadOnlyList<Receipt> Receipts { get; init; } = [];

    /// <summary>Who takes the service, and when (à la carte); empty when every member does.</summary>
    public IReadOnlyList<Presence> Subscriptions { get; init; } = [];

    /// <summary>All that the centre cost, whoever paid.</summary>
    public Money Gross => Items.Sum(i => i.Amount);

    /// <summary>Expenses that are charged to nobody.</summary>
    public Money Given => Items.Where(i => i.Settlement == Settlement.Given).Sum(i => i.Amount);

    public Money Received => Receipts.Sum(r => r.Amount);

    /// <summary>What the members share: negative when receipts exceed costs.</summary>
    public Money Net => Gross - Given - Received;

    /// <summary>The key in force on the first day of a period, or null.</summary>
    public DatedKey? KeyIn(Period period) => Keys.InForce(period.Start);

    /// <summary>Catalogue lines that may be ordered of it in a period; none where its key has no catalogue.</summary>
    public IReadOnlyList<ServiceLine> ServicesIn(Period period) => [.. KeyIn(period)?.Key.CatalogueLines ?? []];
}

/// <param name="EffectiveFrom">First day when the key applies.</param>
/// <param name="Key">How the cost is shared.</param>
/// <param name="Reference">The clause or decision that sets it.</param>
public sealed record DatedKey(DateOnly EffectiveFrom, AllocationKey Key, LegalReference Reference) : IDated;

/// <param name="MemberId">The member.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, or null while it lasts.</param>
public sealed record Presence(string MemberId, DateOnly From, DateOnly? Until = null)
{
    /// <summary>Days of the period when it is present.</summary>
    public int DaysIn(Period period)
    {
        var first = From > period.Start ? From : period.Start;
        var last = Until is { } until && until < period.End ? until : period.End;
        return Math.Max(0, last.DayNumber - first.DayNumber + 1);
    }
}
