using StaffPool.Application.Webhooks;

namespace StaffPool.Web.Api;

internal static class WebhooksApi
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        ApiEndpoint.Get<ListWebhooks>("webhooks"),
        ApiEndpoint.Post<AddWebhook>("webhooks").Creates("webhooks"),
        ApiEndpoint.Delete<RemoveWebhook>("webhooks/{webhookId}"),
        ApiEndpoint.Get<ListDeliveries>("deliveries"),
        ApiEndpoint.Post<RedeliverWebhook>("deliveries/{deliveryId}/attempts"),
    ];
}
