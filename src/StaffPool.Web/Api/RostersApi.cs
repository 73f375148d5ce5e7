using StaffPool.Application.Rosters;

namespace StaffPool.Web.Api;

internal static class RostersApi
{
    public static IEnumerable<ApiEndpoint> Endpoints =>
    [
        ApiEndpoint.Get<ListZones>("zones"),
        ApiEndpoint.Post<AddZone>("zones").Creates("zones"),
        ApiEndpoint.Put<ReviseZone>("zones/{zoneId}"),
        ApiEndpoint.Delete<RemoveZone>("zones/{zoneId}"),
        ApiEndpoint.Post<RequestRota>("rotas").Starts("runs/{id}"),
        ApiEndpoint.Get<ReadRota>("rotas/{rotaId}"),
        ApiEndpoint.Post<PublishRota>("rotas/{rotaId}/publication"),
        ApiEndpoint.Put<GiveTurn>("rota-turns/{turnId}"),
        ApiEndpoint.Get<ListZoneCalls>("zones/{zoneId}/calls"),
        ApiEndpoint.Post<RecordZoneCall>("zones/{zoneId}/calls").Creates("zones"),
        ApiEndpoint.Delete<RemoveZoneCall>("zone-calls/{callId}"),
    ];
}
