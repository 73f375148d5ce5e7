using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Costs.Keys;

/// <summary>
/// Each member owes a price (fee, percentage, catalogue), and what the prices leave above or below the actual cost is
/// shared in turn: a price alone is a provision, for contributions must follow the spending euro for euro (CGI 261 B).
/// </summary>
public abstract record PricedKey : AllocationKey
{
    /// <summary>How the difference between prices and cost is shared; in proportion to the prices when null.</summary>
    public AllocationKey? Residual { get; init; }

    protected override IEnumerable<AllocationKey> Nested => Residual is null ? [] : [Residual];

    /// <summary>The price of one participant for the period, in cents.</summary>
    protected abstract decimal PriceOf(Participant participant, KeyContext context);

    protected abstract Text StepOf(Participant participant, decimal euros, KeyContext context);

    protected abstract IEnumerable<Violation> AssessPrices(KeyContext context);

    public override IEnumerable<Violation> Assess(decimal cents, KeyContext context)
    {
        var violations = AssessPrices(context).ToList();
        var priced = violations.Count > 0 ? 0 : context.Participants.Sum(p => PriceOf(p, context));
        if (Residual is not null)
        {
            violations.AddRange(Residual.Assess(cents - priced, context));
        }
        else if (violations.Count == 0 && priced == 0 && cents != 0)
        {
            violations.Add(context.Breach("costs.key-all-zero", [], context.CentreName, Name));
        }

        return violations;
    }

    public override IReadOnlyList<KeyShare> Share(decimal cents, KeyContext context)
    {
        var prices = context.Participants.Select(p => PriceOf(p, context)).ToList();
        var residual = cents - prices.Sum();
        var shares = Residual is null
            ? context.InProportion(residual, prices, (price, sum, exact) =>
                CostTexts.Of("costs.step.residual-in-proportion", price / 100, sum / 100, residual / 100, exact))
            : Residual.Share(residual, context);
        return
        [
            .. context.Participants.Select((participant, i) => new KeyShare(
                participant.MemberId,
                prices[i] + shares[i].Cents,
                residual == 0
                    ? [StepOf(participant, prices[i] / 100, context)]
                    :
                    [
                        StepOf(participant, prices[i] / 100, context),
                        CostTexts.Of("costs.step.residual", cents / 100, prices.Sum() / 100, residual / 100),
                        .. shares[i].Steps,
                    ])),
        ];
    }
}
