using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace StaffPool.Web.Tests.Api;

/// <summary>Another program, that notes what it is told.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private readonly WebApplication app;
    private readonly BlockingCollection<Told> told = [];
    private readonly ConcurrentQueue<Told> all = new();

    private Receiver(WebApplication app) => this.app = app;

    public int Status { get; set; } = 204;

    public int Count => all.Count;

    public IReadOnlyList<Told> All => [.. all];

    public string Url => app.Urls.Single() + "/hook";

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver.app.Run(receiver.TakeAsync);
        await receiver.app.StartAsync(Stop);
        return receiver;
    }

    public Task<Told> NextAsync() => Task.Run(() => told.TryTake(out var one, TimeSpan.FromSeconds(60)) ? one : throw new TimeoutException(), Stop);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        told.Dispose();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var headers = context.Request.Headers;
        var one = new Told(headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), await reader.ReadToEndAsync(Stop))
        {
            Method = context.Request.Method, Authorization = headers.Authorization.ToString(), ContentType = headers.ContentType.ToString(),
        };
        told.Add(one, Stop);
        all.Enqueue(one);
        context.Response.StatusCode = Status;
        if (Status is >= 300 and < 400)
        {
            context.Response.Headers.Location = "/elsewhere";
        }
    }
}

internal sealed record Told(string Id, string Timestamp, string Signature, string Body)
{
    public string Method { get; init; } = "";

    public string Authorization { get; init; } = "";

    public string ContentType { get; init; } = "";
}
