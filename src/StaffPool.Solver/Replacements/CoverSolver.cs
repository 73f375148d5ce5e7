using StaffPool.Domain.Replacements;
using StaffPool.Solver.Engines;

namespace StaffPool.Solver.Replacements;

/// <summary>
/// Covers several absences together, aim after aim: half-days left open, people notified, half-days moved, metres. Each aim
/// is solved, held, and the next one starts from its plan. Without an engine the plan is what going down the lists gives.
/// </summary>
/// <param name="engines">CP-SAT.</param>
public sealed class CoverSolver(EnginePool engines)
{
    // Each forbids at least one set of half-days of one person: more are never needed in practice.
    private const int MostRounds = 200;

    /// <param name="choices">What each person could do.</param>
    /// <param name="time">For each solve.</param>
    /// <param name="stop">Keeps the best plan found.</param>
    public async Task<CoverResult> SolveAsync(CoverChoices choices, TimeSpan time, CancellationToken stop)
    {
        var plan = DownTheLists(choices);
        if (choices.Placements.Count == 0)
        {
            return new CoverResult(plan, IsProven: true);
        }

        var model = new CoverModel(choices);
        var proven = true;
        for (var aim = 0; aim < model.Aims.Count; aim++)
        {
            model.Builder.Minimize(model.Aims[aim]);
            (plan, var isOptimal) = await ReachAsync(choices, model, aim, plan, time, stop);
            proven &= isOptimal;
            var value = plan.Measure(choices.Pool, choices.Open).InOrder[aim];
            model.Builder.AddAtMost(model.Aims[aim], aim == 0 ? value - choices.Open.Count : value);
        }

        return new CoverResult(plan, proven);
    }

    private async Task<(CoverPlan Plan, bool IsOptimal)> ReachAsync(
        CoverChoices choices, CoverModel model, int aim, CoverPlan best, TimeSpan time, CancellationToken stop)
    {
        for (var round = 0; round < MostRounds && !stop.IsCancellationRequested; round++)
        {
            model.Hint(best);
            var answer = await engines.SolveAsync(
                new SolveRequest(model.Builder.ToProto(), EngineKind.CpSat, new SolveLimits { WallTime = time }), null, stop);
            if (answer.Solution is null)
            {
                return (best, false);
            }

            var found = model.Read(answer.Solution);
            if (!model.Forbid(found))
            {
                var isBetter = found.Measure(choices.Pool, choices.Open).InOrder[aim] <= best.Measure(choices.Pool, choices.Open).InOrder[aim];
                return (isBetter ? found : best, answer.Status == SolveStatus.Optimal);
            }
        }

        return (best, false);
    }

    // The first of each list who is still lawful with what they were given before.
    private static CoverPlan DownTheLists(CoverChoices choices)
    {
        var plan = CoverPlan.Empty;
        foreach (var open in choices.Open)
        {
            var taken = choices.Placements
                .Where(p => p.Open == open && choices.Pool.EngagementOf(p.Person, open.Duty) is null)
                .OrderBy(p => plan.Placements.Any(x => x.Person == p.Person) ? 0 : 1)
                .ThenBy(p => choices.Pool.MetresTo(p.Person, open.Need.Site))
                .FirstOrDefault(p =>
                {
                    var (freed, added) = (plan with { Placements = [.. plan.Placements, p] }).ChangesOf(p.Person);
                    return added.DistinctBy(a => a.Duty).Count() == added.Count && choices.Pool.Legal(p.Person, freed, added).Count == 0;
                });
            plan = taken is null ? plan : plan with { Placements = [.. plan.Placements, taken] };
        }

        return plan;
    }
}

/// <param name="Plan">Lawful for everybody.</param>
/// <param name="IsProven">Whether no plan is better, aim after aim.</param>
public sealed record CoverResult(CoverPlan Plan, bool IsProven);
