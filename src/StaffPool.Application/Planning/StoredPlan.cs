using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Planning;
using StaffPool.Domain.Planning;

namespace StaffPool.Application.Planning;

/// <summary>A plan of the database as the domain sees it: held against the needs of its campaign and every rule.</summary>
/// <param name="Row">The plan, without its assignments.</param>
/// <param name="Loaded">The grouping, with the campaign of the plan's period.</param>
/// <param name="Answered">The problem, and the plan as it stands.</param>
internal sealed record StoredPlan(PlanRow Row, LoadedGrouping Loaded, ComparedPlan Answered)
{
    /// <exception cref="RefusedException">There is no such plan.</exception>
    public static async Task<StoredPlan> LoadAsync(GroupingLoader loader, WorkScope scope, Guid planId, CancellationToken stop)
    {
        var row = WorkScope.Found(await scope.Db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == planId, stop), "not-found.plan");
        var campaign = WorkScope.Found(
            await scope.Db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.PeriodStart == row.PeriodStart, stop), "not-found.campaign");
        var loaded = await loader.LoadAsync(scope, campaign.Id, planId, stop);
        var problem = loaded.Scenario.ToProblem();
        return new StoredPlan(row, loaded, new ComparedPlan(problem, PlanOf(loaded, problem)));
    }

    // From the rows, cell by cell: a scenario has no word for a plan whose cells are all pinned.
    private static AllocationPlan PlanOf(LoadedGrouping loaded, AllocationProblem problem)
    {
        var rows = loaded.Rows;
        var codes = rows.Professionals.ToDictionary(p => p.Id, p => p.Code);
        var people = problem.Grouping.Professionals.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var needs = problem.Grouping.Needs.ToDictionary(n => (n.Site.Id, n.Profession.Id));
        var keys = rows.NeedKeys();
        return new AllocationPlan(
            problem.Period,
            [
                .. from cell in rows.PlanInForce!.Assignments
                   where cell.HalfDays > 0
                   orderby codes[cell.ProfessionalId], keys[cell.NeedId]
                   select new Assignment(people[codes[cell.ProfessionalId]], needs[keys[cell.NeedId]], cell.HalfDays),
            ]);
    }
}
