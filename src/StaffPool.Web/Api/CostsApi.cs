using StaffPool.Application.Costs;

namespace StaffPool.Web.Api;

internal static class CostsApi
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        ApiEndpoint.Get<ReadCosts>("costs"),
        ApiEndpoint.Get<ListExpenses>("expenses"),
        ApiEndpoint.Post<RecordExpense>("expenses").Creates("expenses"),
        ApiEndpoint.Delete<RemoveExpense>("expenses/{expenseId}"),
        ApiEndpoint.Get<ListCalls>("calls"),
        ApiEndpoint.Post<IssueCalls>("calls"),
        ApiEndpoint.Put<RecordPayment>("calls/{callId}/payment"),
    ];
}
