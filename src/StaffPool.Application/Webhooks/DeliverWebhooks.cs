using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using StaffPool.Data;
using StaffPool.Data.Webhooks;

namespace StaffPool.Application.Webhooks;

/// <summary>
/// Sends what waits in the outbox, as the service itself. Each delivery is taken by a lease, so that several nodes share
/// the work, and one that dies loses nothing: after the lease another takes it up, under the same identifier.
/// </summary>
public sealed class DeliverWebhooks : IDisposable
{
    private const int MostAtOnce = 50;
    private const int LongestError = 400;

    private readonly ServiceDatabase database;
    private readonly WebhookRules rules;
    private readonly TimeProvider clock;
    private readonly HttpClient http;

    public DeliverWebhooks(ServiceDatabase database, WebhookRules rules, TimeProvider clock)
    {
        (this.database, this.rules, this.clock) = (database, rules, clock);
        // A redirection would lead past the guard of addresses.
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, UseProxy = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2), ConnectCallback = ConnectAsync,
        })
        { Timeout = rules.Timeout };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("StaffPool", null));
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes the deliveries that are due.</summary>
    /// <returns>How many were tried.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var due = await DueAsync(stop);
        foreach (var one in due)
        {
            if (await TakeAsync(one, stop))
            {
                await TryAsync(one, stop);
            }
        }

        return due.Count;
    }

    /// <summary>Drops the deliveries that ended long ago.</summary>
    public async Task ForgetAsync(CancellationToken stop)
    {
        var oldest = Now - rules.Kept;
        await ChangeAsync(
            db => db.WebhookDeliveries.IgnoreQueryFilters().Where(d => d.Status != DeliveryStatus.Pending && d.EndedAt < oldest).ExecuteDeleteAsync(stop), stop);
    }

    public void Dispose() => http.Dispose();

    private async Task<List<Due>> DueAsync(CancellationToken stop)
    {
        var now = Now;
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, stop);
        return await db.WebhookDeliveries.IgnoreQueryFilters()
            .Where(d => d.Status == DeliveryStatus.Pending && d.NextAttemptAt <= now && (d.LeasedUntil == null || d.LeasedUntil < now))
            .OrderBy(d => d.NextAttemptAt)
            .Take(MostAtOnce)
            .Join(
                db.Webhooks.IgnoreQueryFilters(), d => new { d.GroupingId, Id = d.WebhookId }, w => new { w.GroupingId, w.Id },
                (d, w) => new Due(d.GroupingId, d.Id, w.Url, w.Secret, d.Event, d.Payload, d.Attempts, d.TriedSince))
            .ToListAsync(stop);
    }

    // Of two nodes that found it, one changes the row.
    private async Task<bool> TakeAsync(Due due, CancellationToken stop)
    {
        var (now, until) = (Now, Now + rules.Timeout + rules.Timeout);
        return await ChangeAsync(
            db => RowOf(db, due).Where(d => d.Status == DeliveryStatus.Pending && d.Attempts == due.Attempts && (d.LeasedUntil == null || d.LeasedUntil < now))
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.LeasedUntil, until).SetProperty(d => d.Attempts, due.Attempts + 1), stop), stop) == 1;
    }

    private async Task TryAsync(Due due, CancellationToken stop)
    {
        var (status, error) = await SendAsync(due, stop);
        var now = Now;
        var next = now + rules.PauseAfter(due.Attempts + 1);
        var (state, ended) = error is null ? (DeliveryStatus.Delivered, now)
            : next - due.TriedSince > rules.Patience ? (DeliveryStatus.GivenUp, now)
            : (DeliveryStatus.Pending, (DateTime?)null);
        await ChangeAsync(
            db => RowOf(db, due).ExecuteUpdateAsync(
                set => set.SetProperty(d => d.Status, state).SetProperty(d => d.EndedAt, ended).SetProperty(d => d.NextAttemptAt, next)
                    .SetProperty(d => d.LastStatus, status).SetProperty(d => d.LastError, error).SetProperty(d => d.LeasedUntil, (DateTime?)null), stop),
            // What was sent is noted even while the service stops.
            CancellationToken.None);
    }

    private async Task<(int? Status, string? Error)> SendAsync(Due due, CancellationToken stop)
    {
        try
        {
            var at = clock.GetUtcNow();
            using var request = new HttpRequestMessage(HttpMethod.Post, due.Url) { Content = new StringContent(due.Payload, Encoding.UTF8, "application/json") };
            request.Headers.Add("webhook-id", due.Id.ToString());
            request.Headers.Add("webhook-timestamp", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("webhook-signature", WebhookSignature.Of(due.Secret, due.Id, at, due.Payload));
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            var status = (int)response.StatusCode;
            return (status, response.IsSuccessStatusCode ? null : WebhookTexts.Of("delivery.status", status).ToString());
        }
        // Whatever is wrong with one is its own affair: the others are still told.
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            var told = failure is OperationCanceledException ? WebhookTexts.Of("delivery.timeout", (int)rules.Timeout.TotalSeconds).ToString() : failure.Message;
            return (null, told.Length > LongestError ? told[..LongestError] : told);
        }
    }

    // Looked up here and called here: a name cannot lead elsewhere between the two.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var numbers = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, stop);
        var allowed = numbers.Where(n => rules.MayStayInside || WebhookRules.IsOutside(n)).ToArray();
        if (allowed.Length == 0 || (!rules.MayStayInside && allowed.Length < numbers.Length))
        {
            throw new HttpRequestException(WebhookTexts.Of("delivery.inside").ToString());
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static IQueryable<WebhookDeliveryRow> RowOf(StaffPoolContext db, Due due) =>
        db.WebhookDeliveries.IgnoreQueryFilters().Where(d => d.GroupingId == due.GroupingId && d.Id == due.Id);

    private async Task<int> ChangeAsync(Func<StaffPoolContext, Task<int>> change, CancellationToken stop)
    {
        using var turn = await database.WriteTurnAsync(stop);
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: true, stop);
        var changed = await change(db);
        await transaction.CommitAsync(stop);
        return changed;
    }

    private sealed record Due(Guid GroupingId, Guid Id, string Url, string Secret, WebhookEvent Event, string Payload, int Attempts, DateTime TriedSince);
}
