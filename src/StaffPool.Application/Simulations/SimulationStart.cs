using StaffPool.Application.Costs;
using StaffPool.Application.Governance;
using StaffPool.Application.Scenarios;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Simulations;

namespace StaffPool.Application.Simulations;

/// <summary>The grouping of a scenario on the day that its simulations look at.</summary>
internal static class SimulationStart
{
    public static GroupingSnapshot Of(Scenario scenario, DeclaredSimulations simulations)
    {
        var day = simulations.On;
        var rights = RightsOverTime.Of(scenario)?.SituationOn(day);
        var memberships = Memberships(scenario, day);
        return new GroupingSnapshot
        {
            Day = day,
            Agreement = scenario.Grouping.Agreement,
            Memberships =
            [
                .. memberships,
                // Those that only sit as consultative ones are in no membership, and in the table of votes.
                .. from member in rights?.Facts.Members ?? []
                   where memberships.All(m => !m.Member.Equals(member))
                   select new Membership(member, day),
            ],
            Rights = rights,
            Costs = scenario.Costs is { } costs ? Costs(costs, simulations) : null,
            Debts = [.. (scenario.Governance.Life?.Debts ?? []).Select(d => d.Debt)],
        };
    }

    private static List<Membership> Memberships(Scenario scenario, DateOnly day) => scenario.Governance.Life is { } life
        ? [.. LifeCourse.Of(scenario, life).Belonging.Where(m => m.IsInForceOn(day))]
        : [.. scenario.Grouping.Members.Select(m => new Membership(m, day))];

    private static CostSituation Costs(CostScenario costs, DeclaredSimulations simulations) =>
        new(costs.BilledExercise, RoundingLedger.Empty)
        {
            Calls = CostReport.CallsOf(costs),
            Thresholds = [.. simulations.Thresholds.Where(t => !t.IsTaken).Select(t => t.Threshold)],
            Crossed = [.. simulations.Thresholds.Where(t => t.IsTaken).Select(t => t.Threshold)],
        };
}
