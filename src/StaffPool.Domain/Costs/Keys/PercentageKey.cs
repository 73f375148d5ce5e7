using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Costs.Keys;

/// <summary>A percentage of a figure in euros: 1 % of operating charges (SAGESS).</summary>
/// <param name="Percent">Rate, out of 100.</param>
/// <param name="Measure">Operating charges or gross operating budget.</param>
public sealed record PercentageKey(decimal Percent, Measure Measure) : PricedKey
{
    public override Text Name => CostTexts.Of("costs.key.percentage", Percent, Measure.Name());

    protected override decimal PriceOf(Participant participant, KeyContext context) =>
        (context.Quantity(participant, Measure) ?? 0) * Percent;

    protected override Text StepOf(Participant participant, decimal euros, KeyContext context) =>
        CostTexts.Of("costs.step.percentage", Percent, context.Quantity(participant, Measure), Measure.Name(), euros);

    protected override IEnumerable<Violation> AssessPrices(KeyContext context)
    {
        foreach (var violation in context.AssessData(Measure))
        {
            yield return violation;
        }

        if (Percent < 0)
        {
            yield return context.Breach("costs.key-negative-percent", [], context.CentreName, Percent);
        }

        if (Measure is not (Measure.OperatingCharges or Measure.GrossOperatingBudget))
        {
            yield return context.Breach("costs.key-percentage-measure", [], context.CentreName, Measure.Name());
        }
    }
}
