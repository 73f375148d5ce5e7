using StaffPool.Domain.Geography;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Planning;

/// <summary>What is known of one need without any further search: who serves it, who else could.</summary>
/// <param name="Need">The need and what it gets.</param>
/// <param name="Serving">Who serves it, the most half-days first.</param>
/// <param name="AlsoInReach">Who could serve it and does not, those with the most time left first.</param>
/// <param name="OutOfReach">How many others of the profession cannot, for a rule or for lack of time.</param>
public sealed record NeedSituation(
    NeedServed Need, IReadOnlyList<PersonOnNeed> Serving, IReadOnlyList<PersonOnNeed> AlsoInReach, int OutOfReach)
{
    /// <summary>One per need given, in the same order.</summary>
    public static IReadOnlyList<NeedSituation> Of(
        AllocationProblem problem, AllocationPlan plan, IReadOnlyList<NeedServed> needs)
    {
        var reach = problem.Reach.Cells.ToLookup(c => c.Demand.Need, c => c.Professional);
        var serving = plan.Assignments.ToLookup(a => a.Need, a => a.Professional);
        var ofProfession = problem.Grouping.Professionals.ToLookup(p => p.Profession);
        return [.. needs.Select(need =>
        {
            var declared = need.Demand.Need;
            var here = serving[declared].Distinct().ToList();
            var others = reach[declared].Except(here).ToList();
            return new NeedSituation(
                need,
                [.. here.Select(Person).OrderByDescending(p => p.HalfDays)],
                [.. others.Select(Person).OrderByDescending(p => p.Left)],
                ofProfession[declared.Profession].Except(here).Except(others).Count());

            PersonOnNeed Person(Professional professional) => new(
                professional,
                plan.HalfDaysOf(professional, declared),
                plan.Of(professional).Sum(a => a.HalfDays),
                problem.CapacityOf(professional),
                plan.Of(professional).Select(a => a.Site).Distinct().Count(),
                problem.Distances.Between(professional.Base, declared.Site));
        })];
    }
}

/// <summary>One professional, seen from one need.</summary>
/// <param name="Professional">Who.</param>
/// <param name="HalfDays">Given to this need in the period.</param>
/// <param name="Planned">Given to all needs.</param>
/// <param name="Capacity">Possible in the period.</param>
/// <param name="Sites">Distinct sites where the plan sends this person.</param>
/// <param name="OneWay">From the base to the site of the need.</param>
public sealed record PersonOnNeed(
    Professional Professional, int HalfDays, int Planned, int Capacity, int Sites, Distance OneWay)
{
    /// <summary>Half-days still free; never negative.</summary>
    public int Left => Math.Max(0, Capacity - Planned);
}
