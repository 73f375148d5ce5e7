using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using StaffPool.Application.Access;
using StaffPool.Application.Runs;

namespace StaffPool.Web.Api;

/// <summary>
/// A computation as it goes on, as server-sent events: one for each change that is seen, until it has ended. Each holds
/// all there is to know, and its identifier is the hash of that: a client that comes back with <c>Last-Event-ID</c> is
/// told what it does not know yet, by whichever node.
/// </summary>
internal static class EventStream
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    // Proxies cut a connection that says nothing for a minute.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    public static async Task TellAsync(HttpContext context, Func<Task<object?>> read)
    {
        var (clock, stop) = (context.RequestServices.GetRequiredService<TimeProvider>(), context.RequestAborted);
        var known = context.Request.Headers["Last-Event-ID"].ToString();
        // Before anything is written: what is refused is refused as a problem.
        var run = (RunView)(await read())!;
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        for (var told = clock.GetTimestamp(); ; run = (RunView)(await read())!)
        {
            var data = JsonSerializer.SerializeToUtf8Bytes(run, ApiJson.Options);
            var id = EntityTag.Of(data, null).Trim('"');
            if (id != known || run.HasEnded)
            {
                await SayAsync(context, $"id: {id}\nevent: {(run.HasEnded ? "ended" : "progress")}\ndata: {Encoding.UTF8.GetString(data)}\n\n");
                (known, told) = (id, clock.GetTimestamp());
            }
            else if (clock.GetElapsedTime(told) > Silence)
            {
                await SayAsync(context, ":\n\n");
                told = clock.GetTimestamp();
            }

            if (run.HasEnded)
            {
                return;
            }

            await Task.Delay(Beat, clock, stop);
            // A token that was revoked meanwhile hears no more.
            if (await context.RequestServices.GetRequiredService<ApiTokens>().FindAsync(ApiGate.TokenOf(context.Request) ?? "", stop) is null)
            {
                return;
            }
        }
    }

    private static async Task SayAsync(HttpContext context, string text)
    {
        await context.Response.WriteAsync(text, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
