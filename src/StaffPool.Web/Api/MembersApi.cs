using StaffPool.Application.Members;

namespace StaffPool.Web.Api;

internal static class MembersApi
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        ApiEndpoint.Get<ReadGrouping>("grouping"),
        ApiEndpoint.Put<ReviseGrouping>("grouping"),
        ApiEndpoint.Get<ListMembers>("members"),
        ApiEndpoint.Post<AddMember>("members").Creates("members"),
        ApiEndpoint.Put<ReviseMember>("members/{memberId}"),
        ApiEndpoint.Delete<RemoveMember>("members/{memberId}"),
        ApiEndpoint.Get<ListSites>("sites"),
        ApiEndpoint.Post<AddSite>("sites").Creates("sites"),
        ApiEndpoint.Put<ReviseSite>("sites/{siteId}"),
        ApiEndpoint.Delete<RemoveSite>("sites/{siteId}"),
    ];
}
