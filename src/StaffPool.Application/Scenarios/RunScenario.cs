using StaffPool.Application.Costs;
using StaffPool.Application.Governance;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Application.Simulations;
using StaffPool.Application.Timetables;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Simulations;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Timetables;

namespace StaffPool.Application.Scenarios;

/// <summary>Computes everything that a scenario declares.</summary>
public sealed class RunScenario(PlanAllocation plan, PlanTimetable timetable)
{
    // A timetable is proven in seconds where the plan of the same grouping takes a minute.
    private const int PartForTimetable = 3;

    private readonly PlanSimulations simulations = new(plan);

    // What needs no search; a part that is not declared gives no section.
    private static readonly IReadOnlyList<Func<Scenario, IEnumerable<ReportSection>>> Parts =
        [NeedsReport.Of, RightsReport.Of, ShareReport.Of, AssemblyReport.Of, AssembliesByYear.Of, LifeReport.Of, CostsOf];

    /// <param name="scenario">What is declared.</param>
    /// <param name="options">How long and how to search, where there is staff to plan; the simulated cases take their part of the time, and a timetable a third of that of the plan on top.</param>
    /// <param name="progress">Told of every step forward of the search.</param>
    /// <param name="stop">Ends the search; the best plan found is reported.</param>
    /// <exception cref="ContradictoryPinsException">The pinned cells break the rules whatever the rest of the plan.</exception>
    public async Task<ScenarioReport> RunAsync(
        Scenario scenario, AllocationOptions options, IProgress<AllocationProgress>? progress, CancellationToken stop)
    {
        var share = options with { Time = options.Time / (1 + PlanSimulations.CountOf(scenario)) };
        var planned = scenario is { Period: not null, Grouping.Professionals.Count: > 0 }
            ? await plan.RunAsync(scenario, share, progress, stop)
            : null;
        var simulated = planned is null
            ? new Dictionary<string, SimulatedPlans>(StringComparer.Ordinal)
            : await simulations.RunAsync(scenario, planned.Result.Plan, share, progress, stop);
        var timetabled = planned is not null && scenario.Timetable is not null
            ? await timetable.RunAsync(
                scenario, planned.Result.Plan, null, new TimetableOptions { Time = share.Time / PartForTimetable, Seed = share.Seed }, null, stop)
            : null;
        return new ScenarioReport(
            scenario,
            [
                .. Parts.SelectMany(part => part(scenario)),
                .. SimulationReport.Of(scenario, simulated),
                .. planned is null ? [] : (ReportSection[])[PlannedReport.Of(planned)],
                .. timetabled is null ? [] : (ReportSection[])[TimetableReport.Of(timetabled)],
            ],
            planned);
    }

    private static IEnumerable<ReportSection> CostsOf(Scenario scenario) => (scenario.Costs, scenario.Governance.Life?.Kind) switch
    {
        (null, _) => [],
        ({ } costs, GroupingKind.Gtsms) => [CostReport.Of(costs), CostKeyAnnex.Of(costs.Exercise)],
        ({ } costs, _) => [CostReport.Of(costs)],
    };
}
