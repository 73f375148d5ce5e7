using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Data.Runs;
using StaffPool.Testing.Databases;

namespace StaffPool.Web.Tests.Api;

/// <summary>Long work through the API: asked for, followed, stopped. What executes runs is not at work here: a test plays it.</summary>
public sealed class RunEventsTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task A_computation_is_followed_to_its_end_and_taken_up_where_it_was_left(Provider provider)
    {
        await using var service = await RunningService.StartAsync(provider, o => o with { Executes = false });
        var grouping = await BusyGrouping.AddAsync(service.Database);
        var token = await ApiClient.TokenAsync(service, grouping.Sample.Users[Role.Administrator].Id, grouping.Id);
        using var api = new ApiClient(service.Address, grouping.Id, token);

        var asked = await api.PostAsync("plans", new { campaignId = grouping.Sample.Campaign.Id, seconds = 30 });
        asked.Status.ShouldBe(202);
        var run = Guid.Parse((string)asked.Json["id"]!);
        asked.Headers["Location"].ShouldBe($"/api/v1/groupings/{grouping.Id}/runs/{run}");

        using var stream = await EventsAsync(service, asked.Headers["Location"], token, null);
        var first = await stream.NextAsync();
        ((string)first.Data["status"]!).ShouldBe("pending");
        await ChangeAsync(grouping, run, r => (r.Status, r.Progress) = (RunStatus.Running, """{"step":"Ergothérapeute","done":1,"parts":2,"value":"10","bound":"8","gapPercent":20,"seconds":3}"""));
        var second = await stream.NextAsync();
        ((string)second.Data["progress"]!["value"]!).ShouldBe("10");
        second.Id.ShouldNotBe(first.Id);

        // Somebody who knows the last state is told of the next change alone.
        using var resumed = await EventsAsync(service, asked.Headers["Location"], token, second.Id);
        (await api.PostAsync($"runs/{run}/cancel", null)).Status.ShouldBe(204);
        await ChangeAsync(grouping, run, r => (r.Status, r.EndedAt) = (RunStatus.Cancelled, TimeProvider.System.GetUtcNow().UtcDateTime));
        foreach (var reader in (EventReader[])[stream, resumed])
        {
            var last = await reader.LastAsync();
            last.Name.ShouldBe("ended");
            ((string)last.Data["status"]!).ShouldBe("cancelled");
        }
    }

    [Fact]
    public async Task A_token_that_is_revoked_hears_no_more()
    {
        await using var service = await RunningService.StartAsync(configure: o => o with { Executes = false });
        var grouping = await BusyGrouping.AddAsync(service.Database);
        var token = await ApiClient.TokenAsync(service, grouping.Sample.Users[Role.Administrator].Id, grouping.Id);
        using var stream = await EventsAsync(service, $"/api/v1/groupings/{grouping.Id}/runs/{grouping.Run.Id}", token, null);
        await stream.NextAsync();

        await using (var db = service.Database.NewContext())
        {
            db.GroupingId = grouping.Id;
            await db.ApiTokens.ExecuteUpdateAsync(set => set.SetProperty(t => t.RevokedAt, TimeProvider.System.GetUtcNow().UtcDateTime), Stop);
        }

        (await stream.LastAsync()).Name.ShouldNotBe("ended");
    }

    private static async Task ChangeAsync(BusyGrouping grouping, Guid run, Action<RunRow> change)
    {
        await using var db = grouping.Sample.Database.NewContext();
        db.GroupingId = grouping.Id;
        await using var transaction = await db.BeginAsync(new Sight(), writes: true, Stop);
        change(await db.Runs.SingleAsync(r => r.Id == run, Stop));
        await db.SaveChangesAsync(Stop);
        await transaction.CommitAsync(Stop);
    }

    private static async Task<EventReader> EventsAsync(RunningService service, string run, string token, string? last)
    {
        var http = new HttpClient { BaseAddress = service.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var request = new HttpRequestMessage(HttpMethod.Get, run + "/events");
        if (last is not null)
        {
            request.Headers.Add("Last-Event-ID", last);
        }

        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        return new EventReader(http, new StreamReader(await response.Content.ReadAsStreamAsync(Stop)));
    }

    private sealed record Event(string Id, string Name, JsonNode Data);

    private sealed class EventReader(HttpClient http, StreamReader reader) : IDisposable
    {
        private Event? seen;

        public async Task<Event> NextAsync() => await ReadAsync() ?? throw new EndOfStreamException();

        public async Task<Event> LastAsync()
        {
            while (await ReadAsync() is not null)
            {
                // Until the service has no more to say.
            }

            return seen!;
        }

        public void Dispose()
        {
            reader.Dispose();
            http.Dispose();
        }

        private async Task<Event?> ReadAsync()
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            while (await reader.ReadLineAsync(Stop).AsTask().WaitAsync(TimeSpan.FromSeconds(60), Stop) is { } line)
            {
                if (line.Length == 0 && fields.Count > 0)
                {
                    return seen = new Event(fields["id"], fields["event"], JsonNode.Parse(fields["data"])!);
                }

                if (line.Split(": ", 2) is [{ Length: > 0 } name, var value])
                {
                    fields[name] = value;
                }
            }

            return null;
        }
    }
}
