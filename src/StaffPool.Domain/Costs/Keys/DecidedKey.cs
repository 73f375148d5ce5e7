using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Costs.Keys;

/// <summary>Percentages that the members decided, one each; they add up to 100.</summary>
public sealed record DecidedKey(IReadOnlyList<MemberPercent> Percents) : AllocationKey
{
    public override Text Name => CostTexts.Of("costs.key.decided");

    public override IEnumerable<Violation> Assess(decimal cents, KeyContext context)
    {
        var participants = context.Participants.Select(p => p.MemberId).ToList();
        foreach (var stranger in Percents.Where(p => !participants.Contains(p.MemberId, StringComparer.Ordinal)))
        {
            yield return context.Breach("costs.key-unknown-member", [stranger.MemberId], context.CentreName, stranger.MemberId);
        }

        foreach (var negative in Percents.Where(p => p.Percent < 0))
        {
            yield return context.Breach(
                "costs.key-negative-percent", [negative.MemberId], context.CentreName, negative.Percent);
        }

        var sum = Percents.Sum(p => p.Percent);
        if (sum != 100)
        {
            yield return context.Breach("costs.key-percentages", [], context.CentreName, sum);
        }
    }

    public override IReadOnlyList<KeyShare> Share(decimal cents, KeyContext context) => context.InProportion(
        cents,
        [.. context.Participants.Select(p => Percents.Where(d => d.MemberId == p.MemberId).Sum(d => d.Percent))],
        (percent, _, exact) => CostTexts.Of("costs.step.percent", percent, cents / 100, exact));
}

/// <param name="MemberId">The member.</param>
/// <param name="Percent">Its part of the cost, out of 100.</param>
public sealed record MemberPercent(string MemberId, decimal Percent);
