using StaffPool.Domain.Governance.Life;

namespace StaffPool.Application.Governance;

/// <summary>The life of a grouping as a scenario declares it.</summary>
public sealed record DeclaredLife
{
    /// <summary>The day looked at.</summary>
    public required DateOnly On { get; init; }

    public GroupingKind Kind { get; init; } = GroupingKind.Gcsms;

    /// <summary>The nature that the agreement chooses, or null.</summary>
    public LegalNature? Nature { get; init; }

    /// <summary>Who was a member before any of the events below.</summary>
    public required IReadOnlyList<Membership> Memberships { get; init; }

    public IReadOnlyList<Admission> Admissions { get; init; } = [];

    public IReadOnlyList<Withdrawal> Withdrawals { get; init; } = [];

    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    public IReadOnlyList<GroupingMandate> Mandates { get; init; } = [];

    public IReadOnlyList<DeclaredDebt> Debts { get; init; } = [];

    /// <summary>Null where nothing of an end is told; the number of members is looked at all the same.</summary>
    public DeclaredEnd? End { get; init; }

    /// <summary>Null where tax is not looked at.</summary>
    public VatSituation? Vat { get; init; }

    /// <summary>Null where the budget is not looked at.</summary>
    public DeclaredBudget? Budget { get; init; }
}

/// <param name="Id">Name in the report.</param>
/// <param name="Debt">Amount and day.</param>
public sealed record DeclaredDebt(string Id, Debt Debt);

/// <summary>What a scenario says of the end of the grouping; each part may be left out.</summary>
public sealed record DeclaredEnd
{
    public DateOnly? TermEndsOn { get; init; }

    public DateOnly? DecidedFrom { get; init; }

    public DateOnly? ObjectExtinctFrom { get; init; }

    public DateOnly? PrefectToldOn { get; init; }

    public IReadOnlyList<string> Liquidators { get; init; } = [];
}

/// <param name="Year">The calendar year in which the budget year starts.</param>
/// <param name="VotedOn">Day of the vote, or null where it is not voted.</param>
public sealed record DeclaredBudget(int Year, DateOnly? VotedOn);
