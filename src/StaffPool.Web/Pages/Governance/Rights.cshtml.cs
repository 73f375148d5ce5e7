using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Governance;
using StaffPool.Application.Needs;
using StaffPool.Application.UseCases;

namespace StaffPool.Web.Pages.Governance;

/// <summary>What each member holds and weighs, with every step, and what a campaign changes.</summary>
public sealed class RightsModel(ListCampaigns campaigns, ReadRights read) : GroupingPage
{
    [BindProperty(Name = "campagne", SupportsGet = true)]
    public Guid? CampaignId { get; set; }

    public IReadOnlyList<CampaignView> Campaigns { get; private set; } = [];

    public RightsView View { get; private set; } = null!;

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Campaigns = await campaigns.RunAsync(Grouping.Id, Nothing.More, stop);
        View = await read.RunAsync(Grouping.Id, new CampaignChoice(CampaignId), stop);
        return null;
    }
}
