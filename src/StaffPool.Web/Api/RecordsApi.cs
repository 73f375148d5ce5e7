using StaffPool.Application.Audit;
using StaffPool.Application.Scenarios;

namespace StaffPool.Web.Api;

/// <summary>The log, and the whole grouping as a file.</summary>
internal static class RecordsApi
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        ApiEndpoint.Get<ReadAuditLog>("log"),
        ApiEndpoint.Get<ExportGrouping>("scenario").Gives(("application/yaml", "scenario.yaml")),
    ];
}
