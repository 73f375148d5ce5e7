using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Needs;
using StaffPool.Application.UseCases;

namespace StaffPool.Web.Pages.Needs;

/// <summary>What is asked against the time that the staff can give, profession by profession.</summary>
public sealed class BalanceModel(ListCampaigns campaigns, ReadNeedsAgainstStaff read) : GroupingPage
{
    [BindProperty(Name = "campagne", SupportsGet = true)]
    public Guid? CampaignId { get; set; }

    public IReadOnlyList<CampaignView> Campaigns { get; private set; } = [];

    public NeedsAgainstStaff? View { get; private set; }

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Campaigns = await campaigns.RunAsync(Grouping.Id, Nothing.More, stop);
        if (Campaigns.Count > 0)
        {
            View = await read.RunAsync(Grouping.Id, new CampaignAsked(CampaignId), stop);
        }

        return null;
    }
}
