using StaffPool.Domain.Calculations;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Costs;

/// <summary>What a member owes for a period, and why.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Name">Its name.</param>
/// <param name="Lines">Its share of each centre that it takes part in.</param>
/// <param name="Credited">Free contributions taken off what it owes, at actual cost.</param>
/// <param name="Reimbursed">Expenses paid for the others that the grouping pays back: shown, never offset here.</param>
/// <param name="Given">Expenses that it gives, charged to nobody.</param>
public sealed record MemberStatement(
    string MemberId, string Name, IReadOnlyList<StatementLine> Lines, Money Credited, Money Reimbursed, Money Given)
{
    /// <summary>Its share of all net costs.</summary>
    public Money Share => Lines.Sum(l => l.Share.Value);

    /// <summary>What it owes the grouping; negative when its contributions exceed its share.</summary>
    public Money Due => Share - Credited;

    /// <summary>What it owes with every step, centre after centre.</summary>
    public Traced<Money> ExplainedDue => new(
        Due,
        [.. Lines.SelectMany(l => l.Share.Trace.Prepend(l.Key)), CostTexts.Of("costs.step.due", Share, Credited, Due)]);
}

/// <param name="CentreId">The centre.</param>
/// <param name="CentreName">Its name.</param>
/// <param name="Key">The key in force, in words.</param>
/// <param name="Share">What the member bears of it, with every step.</param>
public sealed record StatementLine(string CentreId, string CentreName, Text Key, Traced<Money> Share);

/// <param name="Period">The period.</param>
/// <param name="Statements">One per member, by identifier.</param>
/// <param name="Ledger">Roundings to hand to the next period.</param>
public sealed record CostAllocationResult(Period Period, IReadOnlyList<MemberStatement> Statements, RoundingLedger Ledger)
{
    /// <summary>Sum of the shares: the net cost of all centres, to the cent.</summary>
    public Money Share => Statements.Sum(s => s.Share);

    /// <summary>Sum of what the members owe.</summary>
    public Money Due => Statements.Sum(s => s.Due);
}
