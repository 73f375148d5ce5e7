using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Costs.Keys;

/// <summary>The same for every member, in proportion to the days when it takes part.</summary>
public sealed record EqualKey : AllocationKey
{
    public override Text Name => CostTexts.Of("costs.key.equal");

    public override IEnumerable<Violation> Assess(decimal cents, KeyContext context) => [];

    public override IReadOnlyList<KeyShare> Share(decimal cents, KeyContext context) => context.InProportion(
        cents,
        [.. context.Participants.Select(p => (decimal)p.Days)],
        (days, sum, exact) => CostTexts.Of("costs.step.equal", days, sum, cents / 100, exact));
}
