using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Simulations;
using StaffPool.Solver.Planning;
using Changes = StaffPool.Domain.Simulations.Changes;

namespace StaffPool.Application.Simulations;

/// <summary>Plans again for each simulated case that changes who works or who asks.</summary>
public sealed class PlanSimulations(PlanAllocation plan)
{
    /// <summary>How many plans the cases take beside that of the scenario itself.</summary>
    public static int CountOf(Scenario scenario) => scenario.Simulations?.Cases.Count(c => ChangesOf(scenario, c).Count > 0) ?? 0;

    /// <param name="scenario">Cases and what they start from.</param>
    /// <param name="before">The plan of the scenario as it is; each case moves its people as little as possible.</param>
    /// <param name="options">How long and how to search, for each case.</param>
    /// <param name="progress">Told of every step forward of the search.</param>
    /// <param name="stop">Ends the search; the best plans found count.</param>
    /// <returns>Plans before and after by case; none where the rules refuse the case or no plan depends on it.</returns>
    public async Task<IReadOnlyDictionary<string, SimulatedPlans>> RunAsync(
        Scenario scenario, AllocationPlan before, AllocationOptions options, IProgress<AllocationProgress>? progress, CancellationToken stop)
    {
        var plans = new Dictionary<string, SimulatedPlans>(StringComparer.Ordinal);
        if (scenario.Simulations is not { } simulations)
        {
            return plans;
        }

        var start = SimulationStart.Of(scenario, simulations);
        foreach (var declared in simulations.Cases)
        {
            var changes = ChangesOf(scenario, declared);
            if (changes.Count == 0 || Simulation.Run(start, declared.Changes).After is null)
            {
                continue;
            }

            var changed = changes.Aggregate(scenario with { PlanInForce = before }, (s, change) => change.ApplyTo(s));
            var after = changed.Grouping.Needs.Count == 0
                ? new AllocationPlan(before.Period, [])
                : (await plan.RunAsync(changed, options, progress, stop)).Result.Plan;
            plans.Add(declared.Id, new SimulatedPlans(scenario.Grouping, before, after));
        }

        return plans;
    }

    private static List<ScenarioChange> ChangesOf(Scenario scenario, SimulationCase declared) =>
        [.. declared.Changes.Select(c => ChangeOf(scenario, c)).OfType<ScenarioChange>()];

    private static ScenarioChange? ChangeOf(Scenario scenario, Changes.SimulatedChange change) => change switch
    {
        Changes.MemberLeaves leaves when scenario.Grouping.Members.FirstOrDefault(m => m.Id == leaves.MemberId) is { } member =>
            new MemberLeaves(member, leaves.PaidCosts == Changes.CostsOfLeaver.GoOn),
        Changes.MemberJoins { Brings: var brings } joins when brings.Sites.Count + brings.Needs.Count + brings.Professionals.Count > 0 =>
            new MemberJoins(joins.Admission.Newcomer, brings.Sites, brings.Needs, brings.Professionals),
        _ => null,
    };
}
