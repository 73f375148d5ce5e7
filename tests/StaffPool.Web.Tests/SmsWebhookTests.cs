using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using StaffPool.Application.Access;
using StaffPool.Application.Replacements;
using StaffPool.Web.Hosting;
using StaffPool.Web.Replacements;
using StaffPool.Web.Tests.Api;

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
        await using var receiver = await Receiver.StartAsync();
        using var sms = Sms(new Uri(receiver.Url), "secret");

        var unsent = await PostBy(sms).SendAsync(Guid.Empty, [Notice], Stop);

        unsent.ShouldBeEmpty();
        var asked = receiver.All.ShouldHaveSingleItem();
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
        await using var receiver = await Receiver.StartAsync();
        receiver.Status = status;
        using var sms = Sms(new Uri(receiver.Url), token: null);

        var unsent = await PostBy(sms).SendAsync(Guid.Empty, [Notice], Stop);

        unsent.ShouldHaveSingleItem().ShouldBe(new UnsentLink(Notice.Name, new Uri($"https://exemple.invalid/proposition/{Guid.Empty}/jeton")));
        receiver.All.ShouldHaveSingleItem().Authorization.ShouldBe("");
    }

    [Fact]
    public async Task A_receiver_that_is_down_or_never_answers_holds_nothing_up()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        var gone = new TcpListener(IPAddress.Loopback, 0);
        gone.Start();
        var closed = AddressOf(gone);
        gone.Dispose();
        using var patient = Sms(AddressOf(mute), token: null, TimeSpan.FromMilliseconds(300));
        using var down = Sms(closed, token: null);

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
        using var other = Sms(new Uri("http://127.0.0.1:9/"), token: null);
        PostBy(other).Reaches(email: null, Notice.Phone).ShouldBeTrue();
    }

    private static Uri AddressOf(TcpListener listener) => new(FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/sms"));

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
}
