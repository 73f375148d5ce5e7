using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Governance;
using StaffPool.Application.UseCases;
using StaffPool.Data.Governance;
using StaffPool.Data.Planning;

namespace StaffPool.Application.Scenarios;

/// <summary>Brings a grouping from the database to the domain, for what needs the whole of it: planning, rights, costs.</summary>
public sealed class GroupingLoader(IScenarioFormat format)
{
    /// <param name="scope">The grouping.</param>
    /// <param name="campaignId">Whose needs; null for the last campaign, or none where there is none.</param>
    /// <param name="planId">Plan to start from; null for the one published for the period of the campaign, else a draft of pins alone, if any.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="RefusedException">There is no such campaign or plan, or the rows do not make a valid scenario.</exception>
    public async Task<LoadedGrouping> LoadAsync(WorkScope scope, Guid? campaignId, Guid? planId, CancellationToken stop)
    {
        var rows = await RowsAsync(scope, campaignId, planId, stop);
        return new LoadedGrouping(format.Read(rows), rows);
    }

    /// <summary>With the last campaign, and the expenses of no later than a day.</summary>
    public async Task<LoadedGrouping> LoadSpentByAsync(WorkScope scope, DateOnly day, CancellationToken stop)
    {
        var rows = await RowsAsync(scope, null, null, stop);
        rows = rows with { Expenses = [.. rows.Expenses.Where(e => e.Day <= day)] };
        return new LoadedGrouping(format.Read(rows), rows);
    }

    /// <summary>The same, before it is read.</summary>
    public static async Task<GroupingRows> RowsAsync(WorkScope scope, Guid? campaignId, Guid? planId, CancellationToken stop)
    {
        var db = scope.Db;
        var campaign = await db.Campaigns.Include(c => c.Needs).AsNoTracking()
            .Where(c => campaignId == null || c.Id == campaignId)
            .OrderByDescending(c => c.PeriodStart)
            .FirstOrDefaultAsync(stop);
        if (campaignId is not null)
        {
            WorkScope.Found(campaign, "not-found.campaign");
        }

        var plan = await db.Plans.Include(p => p.Assignments).AsNoTracking()
            .Where(p => planId == null
                ? campaign != null && p.PeriodStart == campaign.PeriodStart
                    && (p.Status == PlanStatus.Published || (p.Status == PlanStatus.Draft && p.Assignments.All(a => a.IsPinned)))
                : p.Id == planId)
            .OrderBy(p => p.Status == PlanStatus.Published ? 0 : 1).ThenByDescending(p => p.Id)
            .FirstOrDefaultAsync(stop);
        if (planId is not null)
        {
            WorkScope.Found(plan, "not-found.plan");
        }

        return new GroupingRows
        {
            Grouping = await db.Groupings.AsNoTracking().SingleAsync(stop),
            Agreement = await AgreementAsync(scope, stop),
            Members = await db.Members.AsNoTracking().OrderBy(m => m.Code).ToListAsync(stop),
            Sites = await db.Sites.AsNoTracking().OrderBy(s => s.Code).ToListAsync(stop),
            Professions = await db.Professions.AsNoTracking().OrderBy(p => p.Code).ToListAsync(stop),
            WorkingTimes = await db.WorkingTimes.AsNoTracking().OrderBy(t => t.Code).ToListAsync(stop),
            Professionals = await db.Professionals.Include(p => p.SiteAnswers).AsNoTracking().OrderBy(p => p.Code).ToListAsync(stop),
            Campaign = campaign,
            PlanInForce = plan,
            Assemblies = await db.Assemblies
                .Include(a => a.Agenda).Include(a => a.Motions).ThenInclude(m => m.Ballots).Include(a => a.Attendances)
                .AsSplitQuery().AsNoTracking().OrderBy(a => a.Day).ThenBy(a => a.Code).ToListAsync(stop),
            WorkDone = await db.WorkDone.AsNoTracking().OrderBy(w => w.Month).ThenBy(w => w.Id).ToListAsync(stop),
            Expenses = await db.Expenses.AsNoTracking().OrderBy(e => e.Day).ThenBy(e => e.Id).ToListAsync(stop),
        };
    }

    private static async Task<AgreementRow> AgreementAsync(WorkScope scope, CancellationToken stop)
    {
        var inForce = await AgreementVersion.InForceAsync(scope, stop);
        return await scope.Db.Agreements.AsNoTracking().SingleAsync(a => a.Id == inForce.Id, stop);
    }
}

/// <summary>A grouping as the domain sees it, and the rows that it comes from.</summary>
public sealed record LoadedGrouping(Scenario Scenario, GroupingRows Rows);
