using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Needs;
using StaffPool.Application.Planning;
using StaffPool.Application.UseCases;
using StaffPool.Application.Workforce;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;

namespace StaffPool.Web.Pages.Planning;

/// <summary>The plans of the grouping and the way to a new one; for a professional, where they work.</summary>
public sealed class PlansModel(ListPlans plans, ListCampaigns campaigns, RequestPlan request, ReadOwnWork ownWork) : GroupingPage
{
    [BindProperty]
    public Guid CampaignId { get; set; }

    [BindProperty]
    public Guid? FromPlanId { get; set; }

    [BindProperty]
    public int Seconds { get; set; } = 60;

    public IReadOnlyList<PlanLine> Plans { get; private set; } = [];

    public IReadOnlyList<CampaignView> Campaigns { get; private set; } = [];

    /// <summary>Null for who is no professional of the grouping.</summary>
    public OwnWorkView? OwnWork { get; private set; }

    public bool MaySeePlans => Grouping.Has(Role.Administrator, Role.MemberRepresentative, Role.Coordinator, Role.Auditor);

    public bool MayPlan => Grouping.Has(Role.Administrator);

    public bool MayCompare => Grouping.Has(Role.Administrator, Role.Coordinator, Role.Auditor);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        OwnWork = Grouping.Has(Role.Professional) ? await ownWork.RunAsync(Grouping.Id, Nothing.More, stop) : null;
        if (MaySeePlans)
        {
            Plans = await plans.RunAsync(Grouping.Id, Nothing.More, stop);
            Campaigns = await campaigns.RunAsync(Grouping.Id, Nothing.More, stop);
        }

        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var run = await request.RunAsync(Grouping.Id, new PlanAsked(CampaignId, Seconds, FromPlanId), stop);
        return Redirect($"/g/{Grouping.Code}/calculs/{run}");
    }

    /// <summary>The published plan of the same period, to compare a draft with.</summary>
    public PlanLine? InForce(PlanLine plan) =>
        Plans.FirstOrDefault(p => p.Status == PlanStatus.Published && p.PeriodStart == plan.PeriodStart && p.Id != plan.Id);
}
