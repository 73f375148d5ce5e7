using StaffPool.Domain.Planning;
using StaffPool.Domain.Planning.Explanations;
using StaffPool.Solver.Planning.Explanations;

namespace StaffPool.Application.Planning;

/// <summary>
/// Explains what a plan leaves unmet: who could have served each need and why they do not, what would change it, and
/// what each rule costs.
/// </summary>
public sealed class ExplainPlan(RelaxationSearch relaxations, RulePrices prices)
{
    /// <param name="problem">What was planned.</param>
    /// <param name="plan">The plan, from the planner or from a file.</param>
    /// <param name="planIsProven">Whether no plan serves more.</param>
    /// <param name="options">Which needs, and how long.</param>
    /// <param name="progress">Told of every need and of the rules, when begun.</param>
    /// <param name="stop">Keeps what is found: the needs begun by then.</param>
    /// <exception cref="OperationCanceledException">Stopped before the first need.</exception>
    public async Task<PlanExplanation> RunAsync(
        AllocationProblem problem, AllocationPlan plan, bool planIsProven, ExplainOptions options, IProgress<ExplainProgress>? progress, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var unmet = UnmetNeeds.Of(problem, plan);
        List<NeedServed> asked = options.Need is { } id
            ? [NeedServed.All(problem, plan).Single(n => n.Demand.Need.Id == id)]
            : [.. unmet.Take(options.MostNeeds)];
        var steps = asked.Count + (options.Rules ? 1 : 0);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        List<ExplainedNeed> explained = [];
        foreach (var need in asked.TakeWhile(_ => !stop.IsCancellationRequested))
        {
            progress?.Report(new ExplainProgress(explained.Count, steps, need));
            var funnel = NeedFunnel.Of(problem, plan, need.Demand);
            // The needs of one profession ask much the same: what is known of the first is not searched again. So the time
            // left is shared by the professions still to come, and what one does not use goes to the others.
            var shares = asked.Skip(explained.Count).Select(n => n.Demand.Need.Profession).Distinct().Count() + (options.Rules ? 1 : 0);
            var part = (options.Time - clock.Elapsed) / shares;
            var found = need.Unmet > 0 && part > TimeSpan.Zero
                ? await relaxations.FindAsync(problem, plan, planIsProven, funnel, part, stop)
                : new RelaxationFindings([], 0, 0, 0);
            explained.Add(new ExplainedNeed(need, funnel, ProfessionBalance.Of(problem, plan, need.Demand), found));
        }

        if (!options.Rules || stop.IsCancellationRequested)
        {
            return new PlanExplanation(explained, unmet.Count, null);
        }

        progress?.Report(new ExplainProgress(explained.Count, steps, null));
        var left = options.Time - clock.Elapsed;
        return new PlanExplanation(explained, unmet.Count, left > TimeSpan.Zero
            ? await prices.FindAsync(problem, plan, planIsProven, left, stop)
            : new RulePriceList([], RuleLift.For(problem)));
    }
}

public sealed record ExplainOptions
{
    /// <summary>Identifier of the one need to explain; null for the largest unmet ones.</summary>
    public string? Need { get; init; }

    /// <summary>How many of the largest unmet needs.</summary>
    public int MostNeeds { get; init; } = 5;

    /// <summary>Whether to find the price of each rule.</summary>
    public bool Rules { get; init; }

    /// <summary>Wall-clock limit of the whole explanation; what is found by then is kept.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(1);
}

/// <param name="Done">Steps finished.</param>
/// <param name="Steps">One per need, and one for the rules.</param>
/// <param name="Need">Under way; null for the rules.</param>
public sealed record ExplainProgress(int Done, int Steps, NeedServed? Need);

/// <param name="Needs">The largest unmet first, or the one asked for.</param>
/// <param name="Unmet">Needs not wholly served in the whole plan.</param>
/// <param name="Rules">What each rule costs; null where it was not asked, or not begun before a stop.</param>
public sealed record PlanExplanation(IReadOnlyList<ExplainedNeed> Needs, int Unmet, RulePriceList? Rules);

/// <param name="Need">What was asked and what is served.</param>
/// <param name="Funnel">Who could have served it and why they do not.</param>
/// <param name="Balance">The profession over the whole grouping.</param>
/// <param name="Relaxations">What would change it.</param>
public sealed record ExplainedNeed(NeedServed Need, NeedFunnel Funnel, ProfessionBalance Balance, RelaxationFindings Relaxations);

/// <summary>Half-days of one profession over the whole grouping: most shortages begin there.</summary>
/// <param name="People">Professionals.</param>
/// <param name="Capacity">Half-days that they can give in the period.</param>
/// <param name="Asked">Half-days that the members ask for.</param>
/// <param name="Served">Half-days that the plan gives.</param>
public sealed record ProfessionBalance(int People, int Capacity, int Asked, int Served)
{
    /// <summary>Half-days missing even if everybody gave all they have, whatever the rules.</summary>
    public int Shortage => Math.Max(0, Asked - Capacity);

    public int Unused => Math.Max(0, Capacity - Served);

    public static ProfessionBalance Of(AllocationProblem problem, AllocationPlan plan, Demand demand)
    {
        var profession = demand.Need.Profession;
        var people = problem.Grouping.Professionals.Where(p => p.Profession == profession).ToList();
        var demands = problem.Demands.Where(d => d.Need.Profession == profession).ToList();
        return new ProfessionBalance(
            people.Count, people.Sum(problem.CapacityOf), demands.Sum(d => d.HalfDays), demands.Sum(d => plan.HalfDaysFor(d.Need)));
    }
}
