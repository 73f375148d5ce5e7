using StaffPool.Application.Scenarios;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Simulations;

namespace StaffPool.Application.Simulations;

/// <summary>What each simulated case would give, member by member: one section a case.</summary>
public static class SimulationReport
{
    /// <param name="scenario">Cases and what they start from.</param>
    /// <param name="plans">By case, from <see cref="PlanSimulations"/>; nothing is said of staff without.</param>
    /// <returns>
    /// Sections <c>simulation-id</c> with the tables <c>rights</c>, <c>capital</c>, <c>due</c>, <c>thresholds</c>,
    /// <c>surcharges</c>, <c>admissions</c>, <c>exit-bills</c>, <c>served</c>, <c>departures</c> and <c>posts</c>, where
    /// there is something to say; where the rules refuse the changes, only the findings.
    /// </returns>
    public static IEnumerable<ReportSection> Of(Scenario scenario, IReadOnlyDictionary<string, SimulatedPlans> plans)
    {
        if (scenario.Simulations is not { } simulations)
        {
            return [];
        }

        var start = SimulationStart.Of(scenario, simulations);
        return simulations.Cases.Select(c => Section(c, simulations.Thresholds, Simulation.Run(start, c.Changes, plans.GetValueOrDefault(c.Id))));
    }

    private static ReportSection Section(
        SimulationCase declared, IReadOnlyList<DeclaredThreshold> thresholds, SimulationOutcome outcome)
    {
        var tables = new SimulationTables(outcome, thresholds);
        tables.AddRights();
        tables.AddCapital();
        tables.AddDue();
        tables.AddThresholds();
        tables.AddSurcharges();
        tables.AddAdmissions();
        tables.AddExitBills();
        tables.AddServed();
        tables.AddDepartures();
        tables.AddPosts();
        return new ReportSection(
            $"simulation-{declared.Id}", SimulationReportTexts.Of("section", declared.Title), tables.All, outcome.Violations);
    }
}
