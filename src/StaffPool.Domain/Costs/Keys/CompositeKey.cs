using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Costs.Keys;

/// <summary>Several keys, each on a percentage of the cost: 60 % by half-days and 40 % equally.</summary>
public sealed record CompositeKey(IReadOnlyList<KeyPart> Parts) : AllocationKey
{
    public override Text Name =>
        Parts.Select(p => CostTexts.Of("costs.key.part", p.Percent, p.Key.Name))
            .Aggregate((all, part) => CostTexts.Of("costs.key.parts", all, part));

    protected override IEnumerable<AllocationKey> Nested => Parts.Select(p => p.Key);

    public override IEnumerable<Violation> Assess(decimal cents, KeyContext context)
    {
        var sum = Parts.Sum(p => p.Percent);
        if (sum != 100)
        {
            yield return context.Breach("costs.key-percentages", [], context.CentreName, sum);
        }

        foreach (var part in Parts.Where(p => p.Percent < 0))
        {
            yield return context.Breach("costs.key-negative-percent", [], context.CentreName, part.Percent);
        }

        foreach (var violation in Parts.SelectMany(p => p.Key.Assess(cents * p.Percent / 100, context)))
        {
            yield return violation;
        }
    }

    public override IReadOnlyList<KeyShare> Share(decimal cents, KeyContext context)
    {
        var parts = Parts
            .Select(p =>
            {
                var amount = cents * p.Percent / 100;
                return (Step: CostTexts.Of("costs.step.part", p.Percent, p.Key.Name, amount / 100), Shares: p.Key.Share(amount, context));
            })
            .ToList();
        return
        [
            .. context.Participants.Select((participant, i) => new KeyShare(
                participant.MemberId,
                parts.Sum(p => p.Shares[i].Cents),
                [.. parts.SelectMany(p => p.Shares[i].Steps.Prepend(p.Step))])),
        ];
    }
}

/// <param name="Percent">Part of the cost, out of 100.</param>
/// <param name="Key">How that part is shared.</param>
public sealed record KeyPart(decimal Percent, AllocationKey Key);
