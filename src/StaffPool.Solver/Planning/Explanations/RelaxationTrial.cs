using System.Collections.Concurrent;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Planning.Explanations;
using StaffPool.Domain.Workforce;

namespace StaffPool.Solver.Planning.Explanations;

/// <summary>Plans again with one change, on the professions that it can touch, and measures what that gives.</summary>
internal sealed class RelaxationTrial
{
    private readonly AllocationPlanner planner;
    private readonly ConcurrentDictionary<string, AllocationResult> known;
    private readonly AllocationPlan plan;
    private readonly Demand demand;
    private readonly ProfessionGroup group;
    private readonly bool isLeftOut;

    public RelaxationTrial(
        AllocationPlanner planner, ConcurrentDictionary<string, AllocationResult> known, AllocationProblem problem, AllocationPlan plan, Demand demand)
    {
        this.planner = planner;
        this.known = known;
        this.plan = plan;
        this.demand = demand;
        Problem = problem.WithPlanInForce(plan);
        group = ProfessionGroup.Of(problem, demand.Need.Profession);
        UnmetToday = Unmet(group.Of(Problem), group.Of(plan));
        isLeftOut = plan.HalfDaysFor(demand.Need) == 0;
    }

    /// <summary>As planned, with the plan at hand in force.</summary>
    public AllocationProblem Problem { get; }

    /// <summary>Half-days that the plan at hand leaves unmet over the professions that the change can touch.</summary>
    public int UnmetToday { get; }

    /// <summary>
    /// Whether sums alone do not rule the change out. A need that gets nothing may be helped at the cost of others: the
    /// fewest needs with nothing is an aim of its own.
    /// </summary>
    public bool CouldHelp(Relaxation relaxation) =>
        isLeftOut || ProfessionGroup.LeastUnmet(group.Of(relaxation.Apply(Problem))) < UnmetToday;

    /// <returns>What the change gives, or null where the search was stopped before it could be known.</returns>
    public async Task<RelaxationOutcome?> RunAsync(Relaxation relaxation, TimeSpan limit, CancellationToken stop)
    {
        if ((limit <= TimeSpan.Zero || stop.IsCancellationRequested) && !known.ContainsKey(KeyOf(relaxation)))
        {
            return null;
        }

        var part = group.Of(relaxation.Apply(Problem));
        if (await PlanAsync(relaxation, part, limit, stop) is not { } result)
        {
            return null;
        }

        var (before, after) = (group.Of(plan), result.Plan);
        var served = after.HalfDaysFor(demand.Need);
        return new RelaxationOutcome(
            relaxation,
            group.Exchange(plan, after),
            served,
            served - before.HalfDaysFor(demand.Need),
            UnmetToday - Unmet(part, after),
            Disturbed(before, after),
            Metres(after) - Metres(before),
            result.IsServiceProven);
    }

    /// <summary>
    /// Whether no plan without any change serves more than the one at hand, as far as planning again has shown by now.
    /// </summary>
    public bool IsPlanProven() =>
        known.TryGetValue(KeyOf(RelaxationCandidates.Replan), out var again) && again.ProvesService(group.Of(Problem), group.Of(plan));

    private async Task<AllocationResult?> PlanAsync(Relaxation relaxation, AllocationProblem part, TimeSpan limit, CancellationToken stop)
    {
        if (known.TryGetValue(KeyOf(relaxation), out var result))
        {
            return result;
        }

        result = await planner.PlanAsync(part, new AllocationOptions { Time = limit }, null, stop);
        return stop.IsCancellationRequested && !result.IsProvenOptimal ? null : known.GetOrAdd(KeyOf(relaxation), result);
    }

    // The same change is another question for another group: planning again, for one.
    private string KeyOf(Relaxation relaxation) => $"{group.Key}||{relaxation.Key}";

    private static int Unmet(AllocationProblem problem, AllocationPlan plan) =>
        (int)AllocationObjectives.UnmetNeeds.Measure(problem, plan);

    private long Metres(AllocationPlan part) => AllocationObjectives.Travel.Measure(Problem, part);

    private static List<Professional> Disturbed(AllocationPlan before, AllocationPlan after) =>
        [.. before.Assignments.Select(a => a.Professional).Distinct().Where(p => !Cells(before, p).SetEquals(Cells(after, p)))];

    private static HashSet<(NeedDeclaration, int)> Cells(AllocationPlan plan, Professional professional) =>
        [.. plan.Of(professional).Select(a => (a.Need, a.HalfDays))];
}
