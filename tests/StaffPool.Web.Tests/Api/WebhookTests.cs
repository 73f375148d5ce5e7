using System.Text.Json.Nodes;
using StaffPool.Application.Webhooks;
using StaffPool.Data.Access;
using StaffPool.Testing.Databases;
using StaffPool.Web.Hosting;

namespace StaffPool.Web.Tests.Api;

public sealed class WebhookTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static Func<WebServiceOptions, WebServiceOptions> Inside => o => o with { Webhooks = new WebhookRules(MayStayInside: true) };

    [Theory]
    [BothProviders]
    public async Task What_happens_is_told_once_with_a_signature_that_proves_it(Provider provider)
    {
        await using var receiver = await Receiver.StartAsync();
        await using var service = await RunningService.StartAsync(provider, Inside);
        var grouping = await BusyGrouping.AddAsync(service.Database);
        using var api = new ApiClient(service.Address, grouping.Id, await ApiClient.TokenAsync(service, grouping.Sample.Users[Role.Administrator].Id, grouping.Id));
        var added = await api.PostAsync("webhooks", new { url = receiver.Url, events = new[] { "planPublished" } });
        added.Status.ShouldBe(201);

        (await api.PostAsync($"plans/{grouping.Draft.Id}/publication", null, ("If-Match", "\"1\""))).Status.ShouldBe(204);
        var told = await receiver.NextAsync();

        var payload = JsonNode.Parse(told.Body)!;
        ((string)payload["event"]!).ShouldBe("planPublished");
        ((string)payload["subjectId"]!).ShouldBe(grouping.Draft.Id.ToString());
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(told.Timestamp, System.Globalization.CultureInfo.InvariantCulture));
        told.Signature.ShouldBe(WebhookSignature.Of((string)added.Json["secret"]!, Guid.Parse(told.Id), at, told.Body));
        told.Signature.ShouldNotBe(WebhookSignature.Of((string)added.Json["secret"]!, Guid.Parse(told.Id), at, told.Body + " "));
        (await EventuallyAsync(api, "delivered"))["id"]!.ToString().ShouldBe(told.Id);
        receiver.Count.ShouldBe(1);

        // Asked for again: the receiver knows it by its identifier.
        (await api.PostAsync($"deliveries/{told.Id}/attempts", null)).Status.ShouldBe(204);
        (await receiver.NextAsync()).Id.ShouldBe(told.Id);
    }

    [Fact]
    public async Task A_receiver_that_is_away_for_an_hour_is_told_when_it_is_back_and_one_that_never_is_is_given_up()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var grouping = await BusyGrouping.AddAsync(test.Database);
        await using var receiver = await Receiver.StartAsync();
        var clock = new ShiftedClock();
        var rules = new WebhookRules(MayStayInside: true);
        using var deliver = new DeliverWebhooks(test.Database, rules, clock);
        await SubscribeAndPublishAsync(grouping, receiver.Url, rules);

        receiver.Status = 503;
        var attempts = 0;
        for (var minute = 0; minute < 60; minute++)
        {
            attempts += await deliver.RunAsync(Stop);
            clock.Shift += TimeSpan.FromMinutes(1);
        }

        // 0.5, 1, 2, 4, 8, 16, 32 minutes apart, not sixty times.
        attempts.ShouldBeInRange(5, 9);
        receiver.Status = 204;
        clock.Shift += rules.LongestPause;
        await deliver.RunAsync(Stop);
        (await deliver.RunAsync(Stop)).ShouldBe(0);
        var all = receiver.All;
        all.Select(t => t.Id).Distinct().Count().ShouldBe(1);
        all.Count.ShouldBe(attempts + 1);

        receiver.Status = 500;
        await new RedeliverWebhook(grouping.Sample.As(Role.Administrator)).RunAsync(grouping.Id, Guid.Parse(all[0].Id), Stop);
        for (var hour = 0; hour < 30; hour++)
        {
            await deliver.RunAsync(Stop);
            clock.Shift += TimeSpan.FromHours(1);
        }

        var listed = await new ListDeliveries(grouping.Sample.As(Role.Administrator)).RunAsync(grouping.Id, Application.UseCases.Nothing.More, Stop);
        listed.Single(d => d.Id == Guid.Parse(all[0].Id)).Status.ShouldBe(Data.Webhooks.DeliveryStatus.GivenUp);
    }

    [Theory]
    [BothProviders]
    public async Task Of_many_nodes_one_makes_each_delivery(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var grouping = await BusyGrouping.AddAsync(test.Database);
        await using var receiver = await Receiver.StartAsync();
        var rules = new WebhookRules(MayStayInside: true);
        await SubscribeAndPublishAsync(grouping, receiver.Url, rules);
        var nodes = Enumerable.Range(0, 6).Select(_ => new DeliverWebhooks(test.Database, rules, TimeProvider.System)).ToList();

        await Task.WhenAll(nodes.Select(n => n.RunAsync(Stop)));

        receiver.Count.ShouldBe(1);
        nodes.ForEach(n => n.Dispose());
    }

    [Theory]
    [InlineData("http://exemple.fr/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://10.1.2.3/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:192.168.0.1]/")]
    [InlineData("https://[fd00::1]/")]
    [InlineData("https://nom:mot@exemple.fr/")]
    [InlineData("ftp://exemple.fr/")]
    [InlineData("n’importe quoi")]
    public void An_address_that_leads_inside_is_refused(string url) => new WebhookRules().Allows(url).ShouldBeFalse();

    [Fact]
    public async Task A_name_that_leads_inside_is_not_called()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var grouping = await BusyGrouping.AddAsync(test.Database);
        await using var receiver = await Receiver.StartAsync();
        // The name is found good when it is written down, and leads to this machine when it is called.
        await SubscribeAndPublishAsync(grouping, receiver.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), new WebhookRules(MayStayInside: true));
        using var deliver = new DeliverWebhooks(test.Database, new WebhookRules(), TimeProvider.System);

        await deliver.RunAsync(Stop);

        receiver.Count.ShouldBe(0);
        var listed = await new ListDeliveries(grouping.Sample.As(Role.Administrator)).RunAsync(grouping.Id, Application.UseCases.Nothing.More, Stop);
        listed.ShouldContain(d => d.LastError != null && d.LastError.Contains("réseau privé"));
    }

    private static async Task SubscribeAndPublishAsync(BusyGrouping grouping, string url, WebhookRules rules)
    {
        var work = grouping.Sample.As(Role.Administrator);
        // The one of the sample leads to nobody.
        await new RemoveWebhook(work).RunAsync(grouping.Id, new(grouping.Webhook.Id, 1), Stop);
        await new AddWebhook(work, rules).RunAsync(grouping.Id, new(url, [Data.Webhooks.WebhookEvent.CampaignClosed]), Stop);
        await new Application.Needs.ChangeCampaignStatus(work).RunAsync(grouping.Id, new(grouping.Sample.Campaign.Id, 1, Data.Needs.CampaignStatus.Closed), Stop);
    }

    private static async Task<JsonNode> EventuallyAsync(ApiClient api, string status)
    {
        for (var i = 0; i < 100; i++)
        {
            if ((await api.GetAsync($"deliveries?status={status}")).Json.AsArray() is [{ } one])
            {
                return one;
            }

            await Task.Delay(100, Stop);
        }

        throw new TimeoutException();
    }
}
