using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning.Rules;

namespace StaffPool.Domain.Planning;

/// <summary>One aim of the allocation: how a plan is measured on it. Less is always better.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Unit">What <paramref name="Measure"/> counts.</param>
/// <param name="Measure">The figure for a plan, computed from the plan alone.</param>
public sealed record AllocationObjective(
    string Id, ObjectiveUnit Unit, Func<AllocationProblem, AllocationPlan, long> Measure);

public enum ObjectiveUnit
{
    HalfDays,
    Needs,
    People,
    Pairs,
    Metres,

    /// <summary>Hundredths of a per cent.</summary>
    BasisPoints,
    Points,
}

/// <summary>
/// The aims of the allocation, most important first. They are lexicographic: an aim is never traded against one
/// above it.
/// </summary>
public static class AllocationObjectives
{
    /// <summary>Half-days missing to the presence that the law imposes.</summary>
    public static AllocationObjective LegalMinimum { get; } = new(
        "legal-minimum", ObjectiveUnit.HalfDays,
        (problem, plan) => problem.Demands.Sum(d => (long)Math.Max(0, d.LegalMinimum - plan.HalfDaysFor(d.Need))));

    /// <summary>Half-days missing to the needs that members declared as priorities.</summary>
    public static AllocationObjective PriorityNeeds { get; } = new(
        "priority-needs", ObjectiveUnit.HalfDays,
        (problem, plan) => problem.Demands.Where(d => d.Need.IsPriority).Sum(d => (long)plan.UnmetOf(d)));

    /// <summary>Half-days missing to all needs.</summary>
    public static AllocationObjective UnmetNeeds { get; } = new(
        "unmet-needs", ObjectiveUnit.HalfDays,
        (problem, plan) => problem.Demands.Sum(d => (long)plan.UnmetOf(d)));

    /// <summary>Needs that could be served and get nothing at all: a small need is not dropped to round off a large one.</summary>
    public static AllocationObjective LeftOut { get; } = new(
        "left-out", ObjectiveUnit.Needs,
        (problem, plan) => problem.Reach.Areas.Sum(area => area.Demands.Count(d => plan.HalfDaysFor(d.Need) == 0)));

    /// <summary>
    /// Share that is missing to the worst-served need of each service area, added up over the areas: within a profession
    /// and its area, the shortage is shared out rather than left to one member. Needs left out altogether are counted
    /// by <see cref="LeftOut"/>, not here, or else one that nobody can help would hide all the others.
    /// </summary>
    public static AllocationObjective WorstServed { get; } = new(
        "worst-served", ObjectiveUnit.BasisPoints,
        (problem, plan) => problem.Reach.Areas.Sum(area => 10_000 - WorstShare(area, plan)));

    /// <summary>People of the plan in force whose half-days change.</summary>
    public static AllocationObjective PeopleDisturbed { get; } = new(
        "people-disturbed", ObjectiveUnit.People,
        (problem, plan) => Changes(problem, plan).Where(c => c.HalfDays != 0).Select(c => c.Professional).Distinct().Count());

    /// <summary>Half-days added or taken away, cell by cell, for the people of the plan in force.</summary>
    public static AllocationObjective HalfDaysMoved { get; } = new(
        "half-days-moved", ObjectiveUnit.HalfDays,
        (problem, plan) => Changes(problem, plan).Sum(c => (long)Math.Abs(c.HalfDays)));

    /// <summary>Half-days served beyond the soft distance from the base.</summary>
    public static AllocationObjective BeyondRadius { get; } = new(
        "beyond-radius", ObjectiveUnit.HalfDays,
        (problem, plan) => plan.Assignments
            .Where(a => problem.IsBeyondSoftRadius(a.Professional, a.Site))
            .Sum(a => (long)a.HalfDays));

    /// <summary>Pairs of sites of one professional that lie beyond the soft distance between sites.</summary>
    public static AllocationObjective SitesApart { get; } = new(
        "sites-apart", ObjectiveUnit.Pairs,
        (problem, plan) => problem.DistanceBetweenSites.Mode != LimitMode.Soft
            ? 0
            : plan.Assignments.GroupBy(a => a.Professional).Sum(g =>
                SitesOfAProfessionalAreCloseToEachOther
                    .TooFarApart(problem, g.Key, [.. g.Select(a => a.Site).Distinct()])
                    .LongCount()));

    /// <summary>Road metres of the period.</summary>
    public static AllocationObjective Travel { get; } = new(
        "travel", ObjectiveUnit.Metres, (problem, plan) => problem.MetresOf(plan.Assignments));

    /// <summary>Half-days on sites that the professional would rather avoid, less those on preferred sites.</summary>
    public static AllocationObjective Preferences { get; } = new(
        "preferences", ObjectiveUnit.Points,
        (_, plan) => plan.Assignments.Sum(a => (long)a.HalfDays * PreferenceWeight(a.Professional, a.Site)));

    public static IReadOnlyList<AllocationObjective> InOrder { get; } =
    [
        LegalMinimum, PriorityNeeds, UnmetNeeds, LeftOut, WorstServed, PeopleDisturbed, HalfDaysMoved, BeyondRadius, SitesApart,
        Travel, Preferences,
    ];

    /// <summary>+1 where avoided, -1 where preferred, 0 elsewhere.</summary>
    public static int PreferenceWeight(Workforce.Professional professional, Site site) =>
        (professional.Avoided.Contains(site) ? 1 : 0) - (professional.Preferred.Contains(site) ? 1 : 0);

    /// <summary>Share of a demand that is served, in whole hundredths of a per cent, rounded down.</summary>
    public static long ShareServed(Demand demand, AllocationPlan plan) =>
        Math.Min(10_000, 10_000L * plan.HalfDaysFor(demand.Need) / demand.HalfDays);

    /// <summary>Share of the worst-served need of an area among those that get anything; everything where none does.</summary>
    public static long WorstShare(ServiceArea area, AllocationPlan plan) => area.Demands
        .Where(d => plan.HalfDaysFor(d.Need) > 0)
        .Select(d => ShareServed(d, plan))
        .DefaultIfEmpty(10_000)
        .Min();

    private static IEnumerable<(Workforce.Professional Professional, int HalfDays)> Changes(
        AllocationProblem problem, AllocationPlan plan)
    {
        if (problem.PlanInForce is not { } inForce)
        {
            return [];
        }

        return from professional in inForce.Assignments.Select(a => a.Professional).Distinct()
               from need in inForce.Of(professional).Concat(plan.Of(professional)).Select(a => a.Need).Distinct()
               select (professional, plan.HalfDaysOf(professional, need) - inForce.HalfDaysOf(professional, need));
    }
}
