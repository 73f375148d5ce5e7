using StaffPool.Application.Interchange;

namespace StaffPool.Web.Api;

internal static class InterchangeApi
{
    // A file of 20 MB in base64, and a little around it.
    private const long MostBytes = 28_000_000;

    // As much as the national file has, in base64.
    private const long MostFinessBytes = 88_000_000;

    private static readonly (string, string)[] Files =
        [("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "tables.xlsx"), ("text/csv", "table.csv")];

    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        ApiEndpoint.Get<ExportTables>("tables").Gives(Files),
        ApiEndpoint.Post<ImportTables>("tables").Takes(MostBytes),
        ApiEndpoint.Post<CompareTables>("tables/changes").Takes(MostBytes),
        ApiEndpoint.Post<ReceiveTables>("table-files").Creates("table-files/{id}").Takes(MostBytes),
        ApiEndpoint.Post<ReceiveFiness>("finess-files").Creates("table-files/{id}").Takes(MostFinessBytes),
        ApiEndpoint.Get<ExportMember>("members/{memberId}/archive").Gives(("application/zip", "member.zip")),
        ApiEndpoint.Get<ReadTableImport>("table-files/{fileId}"),
        ApiEndpoint.Post<ConfirmTableImport>("table-files/{fileId}/import"),
        ApiEndpoint.Delete<DiscardTableImport>("table-files/{fileId}"),
    ];
}
