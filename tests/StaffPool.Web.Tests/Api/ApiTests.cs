using System.Text.Json.Nodes;
using StaffPool.Data.Access;
using StaffPool.Testing.Databases;

namespace StaffPool.Web.Tests.Api;

public sealed class ApiTests
{
    private static JsonObject Member(string name) => new() { ["name"] = name, ["kind"] = "privateNonProfit", ["isEmployer"] = false, ["quotaPerYear"] = null };

    [Theory]
    [BothProviders]
    public async Task A_member_is_added_read_changed_and_removed(Provider provider)
    {
        await using var service = await RunningService.StartAsync(provider);
        using var api = await ApiClient.OfAsync(service, Role.Administrator);

        var added = await api.PostAsync("members", Member("Résidence C"));
        added.Status.ShouldBe(201);
        added.Headers["Location"].ShouldEndWith("/members");
        var id = (string)added.Json["id"]!;
        var listed = await api.GetAsync("members?sort=-name&size=1");
        listed.Json.AsArray().Single()!["name"]!.GetValue<string>().ShouldBe("Résidence C");
        listed.Headers["X-Total-Count"].ShouldBe("3");
        listed.Headers["Link"].ShouldContain("page=2");
        (await api.GetAsync($"members?id={id}")).Json.AsArray().Count.ShouldBe(1);

        (await api.PutAsync($"members/{id}", Member("Résidence D"), ("If-Match", "\"1\""))).Status.ShouldBe(204);
        var late = await api.PutAsync($"members/{id}", Member("Résidence E"), ("If-Match", "\"1\""));
        late.Status.ShouldBe(412);
        late.Code.ShouldBe("out-of-date");
        ((string)late.Json["detail"]!).ShouldContain("Résidence D");
        (await api.DeleteAsync($"members/{id}", ("If-Match", "\"2\""))).Status.ShouldBe(204);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_place_by_place_in_the_language_asked_for()
    {
        await using var service = await RunningService.StartAsync();
        using var api = await ApiClient.OfAsync(service, Role.Administrator);

        var refused = await api.PostAsync("members", "{\"name\":null,\"kind\":\"castle\",\"isEmployer\":1,\"extra\":true}", ("Accept-Language", "en"));

        refused.Status.ShouldBe(400);
        refused.Json["reasons"]!.AsArray().Select(r => (string)r!["message"]!).ShouldBe(
            ["Unknown field: /extra", "Field needed: /name", "Value that cannot be read or is out of range: /kind", "Value that cannot be read or is out of range: /isEmployer"],
            ignoreOrder: true);
        (await api.PostAsync("members", "{]")).Code.ShouldBe("api.not-json");
        (await api.PutAsync($"members/{service.Sample.MemberA.Id}", Member("Z"))).Status.ShouldBe(428);
        (await api.GetAsync("members?colour=blue")).Status.ShouldBe(400);
        (await api.GetAsync("/api/v1/nowhere")).Code.ShouldBe("api.no-address");
        (await api.SendAsync("PATCH", "members", null)).Status.ShouldBe(405);
    }

    [Fact]
    public async Task A_rule_that_is_broken_is_told_with_its_code_in_both_languages()
    {
        await using var service = await RunningService.StartAsync();
        using var api = await ApiClient.OfAsync(service, Role.Administrator);
        var taken = Member("Résidence A");

        var french = await api.PostAsync("members", taken);
        var english = await api.PostAsync("members", taken, ("Accept-Language", "en-GB, fr;q=0.5"));

        french.Status.ShouldBe(422);
        english.Code.ShouldBe(french.Code);
        english.Json["detail"]!.GetValue<string>().ShouldNotBe(french.Json["detail"]!.GetValue<string>());
        english.Headers["Content-Language"].ShouldBe("en");
        french.Headers["Content-Type"].ShouldStartWith("application/problem+json");
    }

    [Fact]
    public async Task What_a_reader_has_already_is_not_sent_again()
    {
        await using var service = await RunningService.StartAsync();
        using var api = await ApiClient.OfAsync(service, Role.Administrator);

        var read = await api.GetAsync("grouping");
        var tag = read.Headers["ETag"];

        tag.ShouldStartWith("\"1.");
        (await api.GetAsync("grouping", ("If-None-Match", tag))).Status.ShouldBe(304);
        (await api.PutAsync("grouping", new { name = "GCSMS renommé", title = "Essai" }, ("If-Match", tag))).Status.ShouldBe(204);
        (await api.GetAsync("grouping", ("If-None-Match", tag))).Status.ShouldBe(200);
    }

    [Theory]
    [BothProviders]
    public async Task The_same_write_sent_ten_times_at_once_is_done_once(Provider provider)
    {
        await using var service = await RunningService.StartAsync(provider);
        using var api = await ApiClient.OfAsync(service, Role.Administrator);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => api.PostAsync("members", Member("Résidence F"), ("Idempotency-Key", "k-1"))));
        var again = await api.PostAsync("members", Member("Résidence F"), ("Idempotency-Key", "k-1"));
        var other = await api.PostAsync("members", Member("Résidence G"), ("Idempotency-Key", "k-1"));

        // One that came while the first answer was not written yet is told that it is done.
        answers.Select(a => a.Status).ShouldBeSubsetOf([201, 409]);
        answers.Where(a => a.Status == 409).ShouldAllBe(a => a.Code == "api.key.no-answer");
        answers.Where(a => a.Status == 201).Select(a => a.Text).Append(again.Text).Distinct().Count().ShouldBe(1);
        again.Headers["Idempotency-Replayed"].ShouldBe("true");
        other.Code.ShouldBe("api.key.other-request");
        (await api.GetAsync("members")).Json.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_key_of_a_write_may_be_used_again_a_day_later()
    {
        await using var service = await RunningService.StartAsync();
        var week = service.Clock.GetUtcNow().UtcDateTime.AddDays(7);
        using var api = new ApiClient(
            service.Address, service.Sample.Id, await ApiClient.TokenAsync(service, service.Sample.Users[Role.Administrator].Id, change: t => t.ExpiresAt = week));
        (await api.PostAsync("members", Member("Résidence F"), ("Idempotency-Key", "k-1"))).Status.ShouldBe(201);

        service.Clock.Shift = TimeSpan.FromHours(23);
        (await api.PostAsync("members", Member("Résidence G"), ("Idempotency-Key", "k-1"))).Code.ShouldBe("api.key.other-request");
        service.Clock.Shift = TimeSpan.FromHours(25);
        (await api.PostAsync("members", Member("Résidence G"), ("Idempotency-Key", "k-1"))).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Only_a_token_in_force_opens_the_api_and_a_cookie_does_not()
    {
        await using var service = await RunningService.StartAsync();
        var administrator = service.Sample.Users[Role.Administrator].Id;
        var now = service.Clock.GetUtcNow().UtcDateTime;
        using var nobody = new ApiClient(service.Address, service.Sample.Id, null);
        using var invented = new ApiClient(service.Address, service.Sample.Id, "sp_" + new string('A', 65));
        using var expired = new ApiClient(service.Address, service.Sample.Id, await ApiClient.TokenAsync(service, administrator, change: t => t.ExpiresAt = now.AddSeconds(-1)));
        using var revoked = new ApiClient(service.Address, service.Sample.Id, await ApiClient.TokenAsync(service, administrator, change: t => t.RevokedAt = now));
        using var browser = await service.SignedInAsync(Role.Administrator);

        foreach (var api in (ApiClient[])[nobody, invented, expired, revoked])
        {
            (await api.GetAsync("members")).Status.ShouldBe(401);
        }

        (await browser.GetAsync($"/api/v1/groupings/{service.Sample.Id}/members")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_token_does_no_more_than_it_says_nor_than_its_user_may()
    {
        await using var service = await RunningService.StartAsync();
        async Task<ApiClient> With(Action<ApiTokenRow> change, Role role = Role.Administrator) =>
            new(service.Address, service.Sample.Id, await ApiClient.TokenAsync(service, service.Sample.Users[role].Id, change: change));
        using var reading = await With(t => t.IsReadOnly = true);
        using var needs = await With(t => t.Modules = ["Needs"]);
        using var auditing = await With(t => t.Roles = [Role.Auditor]);
        using var funder = await With(_ => { }, Role.Funder);

        (await reading.GetAsync("members")).Status.ShouldBe(200);
        (await reading.PostAsync("members", Member("Résidence H"))).Code.ShouldBe("token.read-only");
        (await needs.GetAsync("members")).Code.ShouldBe("token.module");
        // An administrator who is no auditor.
        (await auditing.GetAsync("members")).Status.ShouldBe(403);
        (await funder.GetAsync("members")).Status.ShouldBe(403);
        (await funder.GetAsync("grouping")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Whoever_asks_too_much_waits_and_what_is_too_large_is_not_read()
    {
        await using var service = await RunningService.StartAsync(configure: o => o with { Api = new Web.Api.ApiLimits(PerTokenPerMinute: 5, MostBytes: 2000) });
        using var api = await ApiClient.OfAsync(service, Role.Administrator);

        (await api.PostAsync("members", Member(new string('x', 3000)))).Status.ShouldBe(413);
        for (var i = 0; i < 4; i++)
        {
            (await api.GetAsync("grouping")).Status.ShouldBe(200);
        }

        var waiting = await api.GetAsync("grouping");
        waiting.Status.ShouldBe(429);
        int.Parse(waiting.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        using var other = await ApiClient.OfAsync(service, Role.Auditor);
        (await other.GetAsync("grouping")).Status.ShouldBe(200);
    }
}
