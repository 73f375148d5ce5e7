using StaffPool.Application.Workforce;

namespace StaffPool.Web.Api;

internal static class WorkforceApi
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        ApiEndpoint.Get<ListProfessions>("professions"),
        ApiEndpoint.Post<AddProfession>("professions").Creates("professions"),
        ApiEndpoint.Put<ReviseProfession>("professions/{professionId}"),
        ApiEndpoint.Get<ListProfessionals>("professionals"),
        ApiEndpoint.Post<AddProfessional>("professionals").Creates("professionals"),
        ApiEndpoint.Put<ReviseProfessional>("professionals/{professionalId}"),
        ApiEndpoint.Delete<RemoveProfessional>("professionals/{professionalId}"),
        ApiEndpoint.Get<ReadConsents>("professionals/{professionalId}/consents"),
        ApiEndpoint.Put<AnswerForSite>("professionals/{professionalId}/consents/{siteId}"),
        ApiEndpoint.Get<ReadOwnWork>("own-work"),
    ];
}
