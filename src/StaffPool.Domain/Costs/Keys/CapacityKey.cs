using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Costs.Keys;

/// <summary>
/// What is used is paid by its users, what is paid for and used by nobody has a key of its own: a pharmacist owes five
/// half-days a week to an in-house pharmacy, whatever the members take (CSP, mémoire EPSA 2010).
/// </summary>
/// <param name="Measure">What is used, counted like the capacity.</param>
/// <param name="Capacity">What the cost pays for in the period.</param>
/// <param name="Unused">Who pays the rest: the member that the law obliges, all equally, or another key.</param>
public sealed record CapacityKey(Measure Measure, decimal Capacity, AllocationKey Unused) : AllocationKey
{
    public override Text Name => CostTexts.Of("costs.key.capacity", Measure.Name(), Capacity, Unused.Name);

    protected override IEnumerable<AllocationKey> Nested => [Unused];

    public override IEnumerable<Violation> Assess(decimal cents, KeyContext context)
    {
        if (Capacity <= 0)
        {
            return context.AssessData(Measure).Append(context.Breach("costs.key-capacity", [], context.CentreName, Capacity));
        }

        return context.AssessData(Measure).Concat(Unused.Assess(cents * (1 - UsedPart(context)), context));
    }

    public override IReadOnlyList<KeyShare> Share(decimal cents, KeyContext context)
    {
        var used = cents * UsedPart(context);
        var users = new MeasuredKey(Measure).Share(used, context);
        var others = Unused.Share(cents - used, context);
        var split = CostTexts.Of(
            "costs.step.capacity", context.Quantities(Measure).Sum(), Capacity, Measure.Name(), used / 100, (cents - used) / 100);
        return
        [
            .. users.Zip(others, (user, other) => new KeyShare(
                user.MemberId, user.Cents + other.Cents, [split, .. user.Steps, .. other.Steps])),
        ];
    }

    // More used than the capacity: there is nothing unused, the users share the whole.
    private decimal UsedPart(KeyContext context) =>
        Math.Min(1, context.Quantities(Measure).Sum() / Capacity);
}
