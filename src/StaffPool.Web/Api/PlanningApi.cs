using StaffPool.Application.Planning;

namespace StaffPool.Web.Api;

internal static class PlanningApi
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        ApiEndpoint.Get<ListPlans>("plans"),
        // A plan is computed: what is made at once is the run, and the run says which plan it gave.
        ApiEndpoint.Post<RequestPlan>("plans").Starts("runs/{id}"),
        ApiEndpoint.Get<ReadPlan>("plans/{planId}"),
        ApiEndpoint.Delete<DiscardPlan>("plans/{planId}"),
        ApiEndpoint.Post<CopyPlan>("plans/{planId}/copies").Creates("plans/{id}"),
        ApiEndpoint.Post<PublishPlan>("plans/{planId}/publication"),
        ApiEndpoint.Put<EditAssignment>("plans/{planId}/assignments/{professionalId}/{needId}"),
        ApiEndpoint.Get<ComparePlans>("plans/{before}/changes/{after}"),
        ApiEndpoint.Post<BookHalfDay>("bookings"),
        ApiEndpoint.Delete<FreeHalfDay>("bookings/{bookingId}"),
    ];
}
