using StaffPool.Application.Needs;

namespace StaffPool.Web.Api;

internal static class NeedsApi
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        ApiEndpoint.Get<ListCampaigns>("campaigns"),
        ApiEndpoint.Post<PrepareCampaign>("campaigns").Creates("campaigns"),
        ApiEndpoint.Put<ReviseCampaign>("campaigns/{campaignId}"),
        ApiEndpoint.Put<ChangeCampaignStatus>("campaigns/{campaignId}/status"),
        // The latest campaign where none is named.
        ApiEndpoint.Get<FollowCampaign>("campaign-progress"),
        ApiEndpoint.Get<ReadNeedsAgainstStaff>("needs-against-staff"),
        ApiEndpoint.Get<ReadDeclaration>("campaigns/{campaignId}/declarations/{memberId}"),
        ApiEndpoint.Put<DeclareNeeds>("campaigns/{campaignId}/declarations/{memberId}"),
    ];
}
