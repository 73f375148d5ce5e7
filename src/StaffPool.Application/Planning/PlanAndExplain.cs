using StaffPool.Application.Scenarios;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;

namespace StaffPool.Application.Planning;

/// <summary>
/// Plans a scenario and explains what the plan leaves unmet, within the time of one run: two thirds of it at most for
/// the plan, all that is left for the explanations. Whatever happens to these, the plan is kept.
/// </summary>
public sealed class PlanAndExplain(PlanAllocation plan, ExplainPlan explain)
{
    // A grouping of ten sites has fewer; of a territory, the page would outgrow its reader.
    private const int MostNeeds = 60;

    /// <param name="scenario">What to plan.</param>
    /// <param name="options">How long and how to search; the time is for both.</param>
    /// <param name="planning">Told of every step forward of the plan.</param>
    /// <param name="explaining">Told of every need and of the rules, when begun.</param>
    /// <param name="stop">Ends both; the best plan is kept, and what was explained by then.</param>
    /// <returns>The plan; without explanation where the search was stopped before, or every engine was lost.</returns>
    /// <exception cref="ContradictoryPinsException">The pinned cells break the rules whatever the rest of the plan.</exception>
    public async Task<PlannedAllocation> RunAsync(
        Scenario scenario, AllocationOptions options, IProgress<AllocationProgress>? planning, IProgress<ExplainProgress>? explaining, CancellationToken stop)
    {
        var planned = await plan.RunAsync(scenario, options with { Time = options.Time * 2 / 3 }, planning, stop);
        var result = planned.Result;
        // Who stops the search wants the plan now.
        if (result.End == AllocationEnd.Stopped)
        {
            return planned;
        }

        var left = new ExplainOptions { MostNeeds = MostNeeds, Rules = true, Time = options.Time - result.Elapsed };
        try
        {
            return planned with { Explanation = await explain.RunAsync(planned.Problem, result.Plan, result.IsServiceProven, left, explaining, stop) };
        }
        catch (Exception e) when (e is OperationCanceledException or EngineUnavailableException)
        {
            return planned;
        }
    }
}
