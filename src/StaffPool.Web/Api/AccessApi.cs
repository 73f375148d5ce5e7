using StaffPool.Application.Access;

namespace StaffPool.Web.Api;

internal static class AccessApi
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        ApiEndpoint.Get<ListUsers>("users"),
        ApiEndpoint.Post<InviteUser>("invitations"),
        ApiEndpoint.Delete<CancelInvitation>("invitations/{invitationId}"),
        ApiEndpoint.Delete<RevokeGrant>("grants/{grantId}"),
        ApiEndpoint.Put<RequireSecondFactor>("second-factor"),
        ApiEndpoint.Get<ListApiTokens>("tokens"),
        ApiEndpoint.Delete<RevokeApiToken>("tokens/{tokenId}"),
    ];
}
