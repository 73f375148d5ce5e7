using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using StaffPool.Application.Access;
using StaffPool.Application.Replacements;
using StaffPool.Web.Hosting;
using StaffPool.Web.Replacements;

namespace StaffPool.Web.Tests;

/// <summary>The port for text messages against a real receiver: what docs/guide/sms.md promises of it.</summary>
public sealed class SmsWebhookTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly OfferNotice Notice = new(
        "Agent 1 (synthétique)", Email: null, Phone: "+33 6 00 00 00 00", Token: "jeton", "GCSMS d’essai", "Site A", new(2027, 3, 1), "lun. 1 mars matin",
        new DateTime(2027, 2, 22, 17, 0, 0, DateTimeKind.Utc));

    [Fact]
    public async Task An_offer_reaches_the_receiver_as_documented_with_its_link_and_the_token_of_the_operator()
    {
        await using var receiver = await Receiver.StartAsync(_ => 202);
        using var sms = Sms(receiver.Address, "secret");

        var unsent = await PostBy(sms).SendAsync(Guid.Empty, [Notice], Stop);

        unsent.ShouldBeEmpty();
        var asked = receiver.Asked.ShouldHaveSingleItem();
        (asked.Method, asked.Authorization, asked.ContentType).ShouldBe(("POST", "Bearer secret", "application/json; charset=utf-8"));
        var body = JsonDocument.Parse(asked.Body).RootElement;
        body.EnumerateObject().Select(p => p.Name).ShouldBe(["to", "text"]);
        body.GetProperty("to").GetString().ShouldBe("+33 6 00 00 00 00");
        foreach (var part in (string[])["Site A", "lun. 1 mars matin", "22/02 18:00", $"https://exemple.invalid/proposition/{Guid.Empty}/jeton"])
        {
            body.GetProperty("text").GetString()!.ShouldContain(part);
        }
    }

    [Theory]
    [InlineData(301)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task Any_other_answer_is_a_refusal_that_is_not_repeated_and_leaves_the_link_to_the_coordinator(int status)
    {
        await using var receiver = await Receiver.StartAsync(_ => status);
        using var sms = Sms(receiver.Address, token: null);

        var unsent = await PostBy(sms).SendAsync(Guid.Empty, [Notice], Stop);

        unsent.ShouldHaveSingleItem().ShouldBe(new UnsentLink(Notice.Name, new Uri($"https://exemple.invalid/proposition/{Guid.Empty}/jeton")));
        receiver.Asked.ShouldHaveSingleItem().Authorization.ShouldBe("");
    }

    [Fact]
    public async Task A_receiver_that_is_down_or_never_answers_holds_nothing_up()
    {
        await using var mute = await Receiver.StartAsync(async context => await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => 200, TaskScheduler.Default));
        var gone = await Receiver.StartAsync(_ => 200);
        var address = gone.Address;
        await gone.DisposeAsync();
        using var patient = Sms(mute.Address, token: null, TimeSpan.FromMilliseconds(300));
        using var down = Sms(address, token: null);

        (await PostBy(patient).SendAsync(Guid.Empty, [Notice, Notice with { Name = "Agent 2 (synthétique)" }], Stop)).Count.ShouldBe(2);
        (await down.SendAsync(new ShortMessage("+33 6 00 00 00 00", "essai"), Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_an_address_nobody_is_reached_by_telephone()
    {
        using var sms = new SmsWebhook(Options(null), NullLogger<SmsWebhook>.Instance);

        sms.IsConfigured.ShouldBeFalse();
        (await sms.SendAsync(new ShortMessage("+33 6 00 00 00 00", "essai"), Stop)).ShouldBeFalse();
        PostBy(sms).Reaches(email: null, Notice.Phone).ShouldBeFalse();
        PostBy(Sms(new Uri("http://127.0.0.1:9/"), token: null)).Reaches(email: null, Notice.Phone).ShouldBeTrue();
    }

    private static SmsWebhook Sms(Uri address, string? token, TimeSpan? patience = null) => new(
        Options(new SmsSettings(address, token) { Patience = patience ?? TimeSpan.FromSeconds(10) }), NullLogger<SmsWebhook>.Instance);

    // Nothing of it is used but the settings of the messages.
    private static WebServiceOptions Options(SmsSettings? sms) => new() { Url = "http://127.0.0.1:0", Database = null!, DataFolder = "", Sms = sms };

    private static OfferPost PostBy(SmsWebhook sms) => new(new NoMail(), sms, new Address());

    private sealed class NoMail : IMail
    {
        public Task<bool> SendAsync(Letter letter, CancellationToken stop) => Task.FromResult(false);
    }

    private sealed class Address : IServiceAddress
    {
        public Uri Of(string path) => new("https://exemple.invalid" + path);
    }

    private sealed record Request(string Method, string Authorization, string ContentType, string Body);

    private sealed class Receiver(WebApplication app) : IAsyncDisposable
    {
        private readonly ConcurrentQueue<Request> asked = new();

        public IReadOnlyList<Request> Asked => [.. asked];

        public Uri Address => new(app.Urls.Single() + "/sms");

        public static Task<Receiver> StartAsync(Func<HttpContext, int> answer) => StartAsync(c => Task.FromResult(answer(c)));

        public static async Task<Receiver> StartAsync(Func<HttpContext, Task<int>> answer)
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var receiver = new Receiver(builder.Build());
            receiver.Listen(answer);
            await receiver.StartAsync();
            return receiver;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private void Listen(Func<HttpContext, Task<int>> answer) => app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var headers = context.Request.Headers;
            asked.Enqueue(new Request(context.Request.Method, headers.Authorization.ToString(), headers.ContentType.ToString(), await reader.ReadToEndAsync(Stop)));
            context.Response.StatusCode = await answer(context);
            context.Response.Headers.Location = "/ailleurs";
        });

        private Task StartAsync() => app.StartAsync(Stop);
    }
}
