using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Costs.Accounts;

/// <summary>
/// Year-end true-up (régularisation): calls plus adjustments are the actual cost, member by member and to the cent, which
/// the VAT exemption rests on (CGI 261 B).
/// </summary>
public static class TrueUp
{
    private static readonly LegalReference Exemption = new("CGI, article 261 B", Confidence.Text);

    /// <summary>Calls to somebody who has no statement in the year.</summary>
    public static IReadOnlyList<Violation> Assess(CostAllocationResult actual, IReadOnlyList<ContributionCall> calls) =>
    [
        .. from member in calls.Select(c => c.MemberId).Distinct(StringComparer.Ordinal)
           where !actual.Statements.Any(s => s.MemberId == member)
           select new Violation(
               "costs.call-unknown-member",
               Severity.Blocking,
               CostTexts.Of("costs.call-unknown-member", member, actual.Period.Start, actual.Period.End),
               [member],
               Exemption),
    ];

    /// <param name="actual">Statements of the actual costs.</param>
    /// <param name="calls">Provisions called for the same period.</param>
    /// <returns>One line per member, by identifier.</returns>
    /// <exception cref="DomainException">See <see cref="Assess"/>.</exception>
    public static TrueUpResult Run(CostAllocationResult actual, IReadOnlyList<ContributionCall> calls)
    {
        Assess(actual, calls).ThrowFirst();

        return new TrueUpResult(
        [
            .. from statement in actual.Statements
               let called = calls.Where(c => c.MemberId == statement.MemberId)
                   .Sum(c => c.Amount.Value)
               let adjustment = statement.Due - called
               select new TrueUpLine(statement.MemberId, statement.Name, called, statement.Due, new Traced<Money>(
                   adjustment,
                   [CostTexts.Of(
                       adjustment < Money.Zero ? "costs.step.true-up-returned" : "costs.step.true-up-owed",
                       statement.Due,
                       called,
                       adjustment < Money.Zero ? -adjustment : adjustment)])),
        ]);
    }
}

/// <param name="Lines">One per member.</param>
public sealed record TrueUpResult(IReadOnlyList<TrueUpLine> Lines)
{
    public Money Called => Lines.Sum(l => l.Called);

    public Money Due => Lines.Sum(l => l.Due);

    /// <summary>Deficit of the calls when positive, surplus when negative.</summary>
    public Money Adjustment => Lines.Sum(l => l.Adjustment.Value);

    /// <summary>What each member paid in excess: its part of a surplus.</summary>
    public IReadOnlyList<MemberAmount> PaidInExcess =>
        [.. Lines.Where(l => l.Adjustment.Value < Money.Zero).Select(l => new MemberAmount(l.MemberId, -l.Adjustment.Value))];

    /// <summary>What each member still owes: its part of a deficit.</summary>
    public IReadOnlyList<MemberAmount> StillOwed =>
        [.. Lines.Where(l => l.Adjustment.Value > Money.Zero).Select(l => new MemberAmount(l.MemberId, l.Adjustment.Value))];
}

/// <param name="MemberId">The member.</param>
/// <param name="Name">Its name.</param>
/// <param name="Called">Sum of its calls.</param>
/// <param name="Due">Its part of the actual cost.</param>
/// <param name="Adjustment">What it still owes; negative for what it paid in excess.</param>
public sealed record TrueUpLine(string MemberId, string Name, Money Called, Money Due, Traced<Money> Adjustment);
