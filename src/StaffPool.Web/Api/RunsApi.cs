using StaffPool.Application.Runs;

namespace StaffPool.Web.Api;

internal static class RunsApi
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        ApiEndpoint.Get<ListRuns>("runs"),
        ApiEndpoint.Get<ReadRun>("runs/{runId}"),
        ApiEndpoint.Events<ReadRun>("runs/{runId}/events"),
        ApiEndpoint.Post<CancelRun>("runs/{runId}/cancel"),
        ApiEndpoint.Post<RetryRun>("runs/{runId}/retry"),
    ];
}
