using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Costs.Keys;

/// <summary>A fee for the period, the same for all, in proportion to the days of taking part (GECAC, Yonne).</summary>
public sealed record FixedFeeKey(Money Fee) : PricedKey
{
    public override Text Name => CostTexts.Of("costs.key.fixed-fee", Fee);

    protected override decimal PriceOf(Participant participant, KeyContext context) =>
        (decimal)Fee.Cents * participant.Days / context.Period.Days;

    protected override Text StepOf(Participant participant, decimal euros, KeyContext context) =>
        CostTexts.Of("costs.step.fixed-fee", Fee, participant.Days, context.Period.Days, euros);

    protected override IEnumerable<Violation> AssessPrices(KeyContext context) =>
        Fee < Money.Zero ? [context.Breach("costs.key-negative-price", [], context.CentreName, Fee)] : [];
}
