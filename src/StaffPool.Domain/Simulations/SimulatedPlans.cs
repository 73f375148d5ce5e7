using StaffPool.Domain.Calculations;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;

namespace StaffPool.Domain.Simulations;

/// <summary>The plans beside a simulation; planning again is the caller's.</summary>
/// <param name="Grouping">Staff before the changes.</param>
/// <param name="Before">Plan before them.</param>
/// <param name="After">Plan made after them, or null where none was made.</param>
public sealed record SimulatedPlans(Grouping Grouping, AllocationPlan Before, AllocationPlan? After)
{
    internal Compared<int>? ServedTo(string memberId) =>
        After is null ? null : Compared.Of(Served(memberId, Before), Served(memberId, After));

    private static Traced<int> Served(string memberId, AllocationPlan plan)
    {
        var received = plan.Assignments.Where(a => a.Site.Member.Id == memberId).ToList();
        var total = received.Sum(a => a.HalfDays);
        return new(total,
        [
            .. received.Select(a => SimulationTexts.Of(a)),
            SimulationTexts.Of("simulations.step.served", total, plan.Period.Start, plan.Period.End),
        ]);
    }
}
