using StaffPool.Application.Timetables;

namespace StaffPool.Web.Api;

internal static class TimetablesApi
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        ApiEndpoint.Get<ListTimetables>("timetables"),
        // A timetable is computed: what is made at once is the run, and the run says which timetable it gave.
        ApiEndpoint.Post<RequestTimetable>("timetables").Starts("runs/{id}"),
        ApiEndpoint.Get<ReadTimetable>("timetables/{timetableId}"),
        ApiEndpoint.Post<PublishTimetable>("timetables/{timetableId}/publication"),
        ApiEndpoint.Put<ReviseTimetableCell>("timetables/{timetableId}/half-days/{professionalId}/{day}/{half}"),
        ApiEndpoint.Get<ListOwnHalfDays>("own-half-days"),
        ApiEndpoint.Post<CreateOwnCalendarFeed>("own-calendar-feed"),
        ApiEndpoint.Delete<RevokeOwnCalendarFeed>("own-calendar-feed"),
    ];
}
