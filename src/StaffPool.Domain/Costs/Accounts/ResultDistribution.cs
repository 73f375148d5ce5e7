using StaffPool.Domain.Calculations;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Costs.Accounts;

/// <summary>
/// What becomes of the result of a year: a surplus is returned, invested or carried; a deficit is called from the members,
/// taken from reserves or carried (CASF R.314-193-5). Nothing moves without the decision of the assembly (R.312-194-21).
/// </summary>
public static class ResultDistribution
{
    private static readonly LegalReference Decision = new("CASF, R.312-194-21 2° et R.314-193-5", Confidence.Text);

    /// <param name="period">The year of the result.</param>
    /// <param name="parts">Part of each member in the result: what it paid in excess, or what it lacks; not negative.</param>
    /// <param name="isDeficit">Whether it is a deficit.</param>
    /// <param name="allocation">The decision.</param>
    public static IReadOnlyList<Violation> Assess(
        Period period, IReadOnlyList<MemberAmount> parts, bool isDeficit, ResultAllocation allocation)
    {
        var total = parts.Sum(p => p.Amount);
        var used = allocation.Uses.Sum(u => u.Amount);
        return
        [
            .. parts.Where(p => p.Amount < Money.Zero)
                .Select(p => Breach("costs.result-negative-part", [p.MemberId], p.MemberId, p.Amount)),
            .. parts.GroupBy(p => p.MemberId, StringComparer.Ordinal).Where(g => g.Count() > 1)
                .Select(g => Breach("costs.identifier-twice", [g.Key], g.Key)),
            .. allocation.Uses.Where(u => u.Amount < Money.Zero)
                .Select(u => Breach("costs.result-negative-use", [], u.Use.Name(), u.Amount)),
            .. allocation.Uses.Where(u => u.Use.IsForDeficit() != isDeficit && u.Use != ResultUse.Carried)
                .Select(u => Breach(isDeficit ? "costs.result-use-of-surplus" : "costs.result-use-of-deficit", [], u.Use.Name())),
            .. used == total ? Array.Empty<Violation>() : [Breach("costs.result-not-spent", [], used, total)],
            .. allocation.DecidedOn > period.End && allocation.Reference.Citation.Length > 0
                ? Array.Empty<Violation>()
                : [Breach("costs.result-not-decided", [], allocation.DecidedOn, period.End)],
        ];
    }

    /// <summary>
    /// Each member's part of each use. Both ways exact: the uses of a member add up to its part, the parts of a use to
    /// its amount. A member never draws on what another paid: no profit is distributed.
    /// </summary>
    /// <inheritdoc cref="Assess"/>
    /// <exception cref="DomainException">See <see cref="Assess"/>.</exception>
    public static IReadOnlyList<DistributedResult> Run(
        Period period, IReadOnlyList<MemberAmount> parts, bool isDeficit, ResultAllocation allocation)
    {
        Assess(period, parts, isDeficit, allocation).ThrowFirst();

        var members = parts.OrderBy(p => p.MemberId, StringComparer.Ordinal).ToList();
        var total = members.Sum(m => m.Amount);
        var left = members.Select(m => m.Amount.Cents).ToArray();
        var result = new List<DistributedResult>();
        foreach (var use in allocation.Uses)
        {
            // Of what is left, so that a share rounded up never exceeds what the member still has.
            var shares = Apportionment.LargestRemainder(use.Amount.Cents, [.. left.Select(l => (decimal)l)]);
            for (var i = 0; i < members.Count; i++)
            {
                result.Add(new DistributedResult(members[i].MemberId, use.Use, new Traced<Money>(
                    new Money(shares[i]),
                    [CostTexts.Of(
                        "costs.step.result",
                        members[i].Amount,
                        total,
                        use.Amount,
                        use.Use.Name(),
                        new Money(shares[i]),
                        allocation.Reference.Citation,
                        allocation.DecidedOn)])));
                left[i] -= shares[i];
            }
        }

        return result;
    }

    private static Violation Breach(string code, IReadOnlyList<string> subjects, params object?[] arguments) =>
        new(code, Severity.Blocking, CostTexts.Of(code, arguments), subjects, Decision);
}
