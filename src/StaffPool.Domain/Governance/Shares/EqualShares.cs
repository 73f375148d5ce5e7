using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Shares;

/// <summary>The same number for each member (SAGESS: three of 1,000 €; établissements publics de l'Yonne).</summary>
/// <param name="Each">Shares of each member, at least one.</param>
public sealed record EqualShares(long Each) : SharePolicy
{
    public long Each { get; } = Each > 0
        ? Each
        : throw new DomainException(ShareTexts.Of("shares.each-not-positive", Each));

    public override Traced<ShareTable> Count(RightsFacts facts, DateOnly day) => new(
        new ShareTable([.. facts.Members.Select(m => new ShareRow(m.Id, Each))]),
        [ShareTexts.Of("shares.equal", facts.Members.Count, Each, facts.Members.Count * Each)]);
}
