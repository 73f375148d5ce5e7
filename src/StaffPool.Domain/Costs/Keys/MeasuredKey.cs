using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Costs.Keys;

/// <summary>In proportion to a figure of each member: half-days, hours, volume, places, charges, budget.</summary>
public sealed record MeasuredKey(Measure Measure) : AllocationKey
{
    public override Text Name => CostTexts.Of("costs.key.measured", Measure.Name());

    public override IEnumerable<Violation> Assess(decimal cents, KeyContext context)
    {
        var data = context.AssessData(Measure).ToList();
        return data.Count > 0 || cents == 0 || context.Participants.Any(p => context.Quantity(p, Measure) > 0)
            ? data
            : [context.Breach("costs.key-all-zero", [], context.CentreName, Measure.Name())];
    }

    public override IReadOnlyList<KeyShare> Share(decimal cents, KeyContext context) => context.InProportion(
        cents,
        context.Quantities(Measure),
        (weight, sum, exact) => CostTexts.Of("costs.step.measured", weight, Measure.Name(), sum, cents / 100, exact));
}
