using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Needs;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Needs;

namespace StaffPool.Web.Pages.Needs;

/// <summary>The administrator opens a campaign, sees who has declared, closes it.</summary>
public sealed class CampaignModel(
    ListCampaigns campaigns, FollowCampaign follow, PrepareCampaign prepare, ChangeCampaignStatus change, ReviseCampaign revise, TimeProvider clock)
    : GroupingPage
{
    [BindProperty(Name = "campagne", SupportsGet = true)]
    public Guid? CampaignId { get; set; }

    [BindProperty]
    public DatesInput Dates { get; set; } = new();

    public IReadOnlyList<CampaignView> Campaigns { get; private set; } = [];

    public CampaignProgress? Progress { get; private set; }

    public bool MayChange => Grouping.Has(Role.Administrator);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Campaigns = await campaigns.RunAsync(Grouping.Id, Nothing.More, stop);
        if (Campaigns.Count > 0)
        {
            Progress = await follow.RunAsync(Grouping.Id, new CampaignAsked(CampaignId), stop);
        }

        if (!IsRedrawn)
        {
Dates = DatesInput.From(NextPeriod(), Today);
        }

        return null;
    }

    public async Task<IActionResult> OnPostPrepareAsync(CancellationToken stop)
    {
        var made = await prepare.RunAsync(Grouping.Id, Dates.ToDates(), stop);
        Notice = NeedPageTexts.Of("campaign.prepared", made.Needs).ToString();
        return RedirectToPage(new { campagne = made.Id });
    }

    public async Task<IActionResult> OnPostStatusAsync(Guid id, int version, CampaignStatus status, CancellationToken stop)
    {
        await change.RunAsync(Grouping.Id, new CampaignStatusChange(id, version, status), stop);
        Notice = NeedPageTexts.Of($"campaign.now.{status}").ToString();
        return RedirectToPage(new { campagne = id });
    }

    public async Task<IActionResult> OnPostReviseAsync(Guid id, int version, CancellationToken stop)
    {
        await revise.RunAsync(Grouping.Id, new CampaignRevision(id, version, Dates.ToDates()), stop);
        Notice = NeedPageTexts.Of("campaign.revised").ToString();
        return RedirectToPage(new { campagne = id });
    }

    private DateOnly Today => ParisTime.DayOf(clock.GetUtcNow().UtcDateTime);

    // The half-year after the last one planned, or the next one of the calendar where that is later.
    private DateOnly NextPeriod()
    {
        var next = Today.Month <= 6 ? new DateOnly(Today.Year, 7, 1) : new DateOnly(Today.Year + 1, 1, 1);
        return Campaigns.Select(c => c.PeriodEnd.AddDays(1)).Append(next).Max();
    }

    public sealed class DatesInput
    {
        public DateOnly PeriodStart { get; set; }

        public DateOnly PeriodEnd { get; set; }

        public DateOnly OpensOn { get; set; }

        public DateOnly ClosesOn { get; set; }

        public static DatesInput Of(CampaignView campaign) => new()
        {
            PeriodStart = campaign.PeriodStart, PeriodEnd = campaign.PeriodEnd, OpensOn = campaign.OpensOn, ClosesOn = campaign.ClosesOn,
        };

        /// <summary>A half-year, declared in the second month before it, or in the two weeks that follow today.</summary>
        public static DatesInput From(DateOnly start, DateOnly today)
        {
            var (opens, closes) = (start.AddMonths(-2), start.AddMonths(-1).AddDays(-1));
            return new DatesInput
            {
                PeriodStart = start,
                PeriodEnd = start.AddMonths(6).AddDays(-1),
                OpensOn = opens < today ? today : opens,
                ClosesOn = closes < today.AddDays(14) ? today.AddDays(14) : closes,
            };
        }

        public CampaignDates ToDates() => new(PeriodStart, PeriodEnd, OpensOn, ClosesOn);
    }
}
