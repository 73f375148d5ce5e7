using StaffPool.Domain.Calculations;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Governance.Shares;

/// <summary>
/// So many shares per unit of a figure: one per half-day declared (Centre de Picardie), ten per full-time equivalent
/// lent, one per place. A share is indivisible: halves are rounded up, and the rounding is reported.
/// </summary>
/// <param name="Kind">The figure that is followed.</param>
/// <param name="SharesPerUnit">Shares for one unit of it, above zero.</param>
public sealed record SharesByFigure(FigureKind Kind, decimal SharesPerUnit = 1) : SharePolicy
{
    public decimal SharesPerUnit { get; } = SharesPerUnit > 0
        ? SharesPerUnit
        : throw new DomainException(ShareTexts.Of("shares.per-unit-not-positive", SharesPerUnit));

    public override Traced<ShareTable> Count(RightsFacts facts, DateOnly day)
    {
        var trace = new List<Text>();
        var rows = new List<ShareRow>();
        foreach (var member in facts.Members)
        {
            var amount = facts.AmountOf(member.Id, Kind, day);
            var shares = Rounded(amount * SharesPerUnit);
            trace.AddRange(facts.FigureOf(member.Id, Kind, day)?.Trace ?? []);
            trace.Add(ShareTexts.Of("shares.by-figure", member.Name, Unit(amount), SharesPerUnit, shares));
            rows.Add(new ShareRow(member.Id, shares));
        }

        return new Traced<ShareTable>(new ShareTable(rows), trace);
    }

    public override IEnumerable<Violation> Assess(RightsFacts facts, DateOnly day) =>
        from member in facts.Members
        let exact = facts.AmountOf(member.Id, Kind, day) * SharesPerUnit
        where exact != decimal.Truncate(exact)
        select Fraction(member, exact, Rounded(exact));

    internal static Violation Fraction(Member member, decimal exact, long shares) => new(
        "shares.fraction",
        Severity.Warning,
        ShareTexts.Of("shares.fraction", member.Name, exact, shares),
        [member.Id]);

    private static long Rounded(decimal exact) => (long)decimal.Round(exact, MidpointRounding.AwayFromZero);

    private Text Unit(decimal amount) => Kind switch
    {
        FigureKind.HalfDaysDeclared => ShareTexts.Of("shares.unit.half-days", amount),
        FigureKind.FullTimeEquivalentsLent => ShareTexts.Of("shares.unit.fte", amount),
        FigureKind.Places => ShareTexts.Of("shares.unit.places", amount),
        FigureKind.Employees => ShareTexts.Of("shares.unit.employees", amount),
        FigureKind.RunningCostShare => ShareTexts.Of("shares.unit.running-costs", amount),
        _ => throw new DomainException($"Unknown figure {Kind}."),
    };
}
