using StaffPool.Application.Scenarios;
using StaffPool.Domain.Planning;

namespace StaffPool.Application.Needs;

/// <summary>The needs of a campaign in half-days of its period, as the planner counts them.</summary>
internal static class CampaignDemands
{
    // A campaign without needs gives nothing to plan.
    public static IReadOnlyList<Demand> Of(Scenario scenario) => scenario.Period is null ? [] : scenario.ToProblem().Demands;
}
