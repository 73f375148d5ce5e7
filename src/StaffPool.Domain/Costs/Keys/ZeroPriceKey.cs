using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Costs.Keys;

/// <summary>
/// Nobody pays: exchange of know-how, placements, solidarity. What it costs stays with the members that give it, valued
/// and shown as <see cref="Settlement.Given"/>.
/// </summary>
public sealed record ZeroPriceKey : AllocationKey
{
    public override Text Name => CostTexts.Of("costs.key.zero-price");

    public override IEnumerable<Violation> Assess(decimal cents, KeyContext context) =>
        cents == 0 ? [] : [context.Breach("costs.zero-price-has-cost", [], context.CentreName, cents / 100)];

    public override IReadOnlyList<KeyShare> Share(decimal cents, KeyContext context) =>
        [.. context.Participants.Select(p => new KeyShare(p.MemberId, 0, [CostTexts.Of("costs.step.zero-price")]))];
}
