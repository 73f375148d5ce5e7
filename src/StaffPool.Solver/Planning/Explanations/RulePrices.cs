using StaffPool.Domain.Planning;
using StaffPool.Domain.Planning.Explanations;
using StaffPool.Solver.Engines;

namespace StaffPool.Solver.Planning.Explanations;

/// <summary>What one rule costs the grouping in the period.</summary>
/// <param name="Rule">The rule that was lifted.</param>
/// <param name="HalfDays">Half-days of needs that are unmet because of it.</param>
/// <param name="Metres">Road metres more (or less, below zero) without it, where it costs half-days.</param>
/// <param name="IsProven">No plan does better, with the rule or without it; else the price is that of the plans found.</param>
public sealed record RulePrice(RuleLift Rule, int HalfDays, long Metres, bool IsProven);

/// <param name="Prices">One per rule that forbids anything, the dearest first; 0 where it costs nothing.</param>
/// <param name="Untried">Rules whose price is not known for lack of time.</param>
public sealed record RulePriceList(IReadOnlyList<RulePrice> Prices, IReadOnlyList<RuleLift> Untried);

/// <summary>
/// Plans again with each rule lifted in turn. A group of professions is planned again only where the sums leave room
/// for fewer unmet half-days than today, so a rule that binds nothing costs no search.
/// </summary>
public sealed class RulePrices(AllocationPlanner planner, EnginePool engines, TimeProvider time)
{
    /// <param name="problem">As planned.</param>
    /// <param name="plan">The plan at hand.</param>
    /// <param name="planIsProven">Whether no plan serves more; else the plan is bettered first, to compare like with like.</param>
    /// <param name="limit">Time for all the rules together.</param>
    /// <param name="stop">Keeps what is found.</param>
    public async Task<RulePriceList> FindAsync(
        AllocationProblem problem, AllocationPlan plan, bool planIsProven, TimeSpan limit, CancellationToken stop)
    {
        var start = time.GetTimestamp();
        if (!planIsProven)
        {
            var best = await planner.PlanAsync(problem, new AllocationOptions { Time = limit / 2 }, null, stop);
            plan = Better(problem, best.Plan, plan);
            planIsProven = best.ProvesService(problem, plan);
        }

        var clock = new SearchClock(time, limit - time.GetElapsedTime(start), engines.Size);
        bool IsLate() => stop.IsCancellationRequested || clock.Left <= TimeSpan.Zero;
        var rules = RuleLift.For(problem);
        var parts = ProfessionGroup.All(problem)
            .Select(g => (Group: g, Plan: g.Of(plan), Unmet: UnmetOf(g.Of(problem), g.Of(plan))))
            .ToList();
        var work = (
            from rule in rules
            let lifted = rule.Apply(problem)
            from part in parts
            where IsLate() || part.Unmet > ProfessionGroup.LeastUnmet(part.Group.Of(lifted))
            select (Rule: rule, Part: part.Group.Of(lifted), Before: part.Plan, part.Unmet)).ToList();
        clock.Plan(work.Count);
        var gains = new (int HalfDays, long Metres, bool IsProven)?[work.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, work.Count),
            new ParallelOptions { MaxDegreeOfParallelism = engines.Size, CancellationToken = CancellationToken.None },
            async (i, _) =>
            {
                var left = clock.ForPiece(1);
                if (left <= TimeSpan.Zero || stop.IsCancellationRequested)
                {
                    return;
                }

                var result = await planner.PlanAsync(work[i].Part, new AllocationOptions { Time = left }, null, stop);
                clock.PieceDone(1);
                var gained = Math.Max(0, work[i].Unmet - UnmetOf(work[i].Part, result.Plan));
                gains[i] = (gained, gained == 0 ? 0 : Metres(problem, result.Plan) - Metres(problem, work[i].Before), result.IsServiceProven);
            });

        var byRule = work.Zip(gains).ToLookup(w => w.First.Rule, w => w.Second);
        return new RulePriceList(
            [.. rules.Where(r => byRule[r].All(g => g is not null))
                .Select(r => new RulePrice(r, byRule[r].Sum(g => g!.Value.HalfDays), byRule[r].Sum(g => g!.Value.Metres), planIsProven && byRule[r].All(g => g!.Value.IsProven)))
                .OrderByDescending(p => p.HalfDays)],
            [.. rules.Where(r => byRule[r].Any(g => g is null))]);
    }

    private static int UnmetOf(AllocationProblem problem, AllocationPlan plan) =>
        (int)AllocationObjectives.UnmetNeeds.Measure(problem, plan);

    private static long Metres(AllocationProblem problem, AllocationPlan plan) => AllocationObjectives.Travel.Measure(problem, plan);

    /// <summary>The first where it is better on the first aim on which they differ.</summary>
    private static AllocationPlan Better(AllocationProblem problem, AllocationPlan first, AllocationPlan second) =>
        AllocationObjectives.InOrder.Select(aim => aim.Measure(problem, first).CompareTo(aim.Measure(problem, second)))
            .FirstOrDefault(comparison => comparison != 0) < 0 ? first : second;
}
