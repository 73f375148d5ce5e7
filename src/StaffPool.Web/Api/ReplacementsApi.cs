using StaffPool.Application.Replacements;

namespace StaffPool.Web.Api;

internal static class ReplacementsApi
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        ApiEndpoint.Get<ListAbsences>("absences"),
        ApiEndpoint.Post<RecordAbsence>("absences").Creates("absences"),
        ApiEndpoint.Put<ReviseAbsence>("absences/{absenceId}"),
        ApiEndpoint.Delete<RemoveAbsence>("absences/{absenceId}"),
        ApiEndpoint.Get<ReadAbsenceCause>("absences/{absenceId}/cause"),
        ApiEndpoint.Get<ReadAbsenceEffect>("absences/{absenceId}/effect"),
        // Too much to be asked in an address.
        ApiEndpoint.Post<ReadReplacementCandidates>("replacement-candidates"),
    ];
}
