using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Shares;

/// <summary>Numbers written in the agreement: only an amendment changes them.</summary>
/// <param name="Numbers">Shares of each member.</param>
public sealed record FixedShares(IReadOnlyList<ShareRow> Numbers) : SharePolicy
{
    private ShareTable Written => new(Numbers);

    public override Traced<ShareTable> Count(RightsFacts facts, DateOnly day) => new(
        new ShareTable([.. facts.Members.Select(m => new ShareRow(m.Id, Written.Of(m.Id)))]),
        [.. facts.Members.Select(m => ShareTexts.Of("shares.fixed", m.Name, Written.Of(m.Id)))]);

    public override IEnumerable<Violation> Assess(RightsFacts facts, DateOnly day) =>
    [
        .. Numbers.Where(n => !facts.Knows(n.MemberId)).Select(n => RightsViolations.UnknownMember(n.MemberId)),
        .. Numbers.Where(n => n.Shares < 0).Select(n => RightsViolations.Negative(facts.NameOf(n.MemberId), n.MemberId, n.Shares)),
        .. Numbers.GroupBy(n => n.MemberId, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => new Violation(
            "shares.fixed-twice", Severity.Blocking, ShareTexts.Of("shares.fixed-twice", facts.NameOf(g.Key)), [g.Key])),
        .. facts.Members.Where(m => Numbers.All(n => n.MemberId != m.Id)).Select(m => new Violation(
            "shares.fixed-missing", Severity.Warning, ShareTexts.Of("shares.fixed-missing", m.Name), [m.Id])),
    ];
}
