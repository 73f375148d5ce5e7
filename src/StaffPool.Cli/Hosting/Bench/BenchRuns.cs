using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Access;
using StaffPool.Application.Costs;
using StaffPool.Application.Planning;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Runs;

namespace StaffPool.Cli.Hosting.Bench;

/// <summary>Runs that a benchmark asks for, as users and the clock do, and what became of them.</summary>
[Permits]
internal sealed class BenchRuns
{
    private const string Small = "gtsms-example";
    private const string Large = "centre-de-picardie";

    // Writes of one grouping wait for each other, on its audit log.
    private const int SmallGroupings = 4;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ServiceDatabase database;
    private readonly TimeProvider clock;
    private readonly Work work;
    private readonly List<Asker> small = [];
    private Asker large = null!;
    private int bursts;

    private BenchRuns(ServiceDatabase database, TimeProvider clock)
    {
        this.database = database;
        this.clock = clock;
        work = new Work(database, new Operator(FirstAdministrator.ServiceName), clock);
    }

    /// <summary>Runs that did not end with one result.</summary>
    public int Failed { get; private set; }

    /// <summary>Takes the groupings in, and a token of their administrator for each.</summary>
    public static async Task<BenchRuns> PrepareAsync(ServiceDatabase database, TimeProvider clock, CancellationToken stop)
    {
        var runs = new BenchRuns(database, clock);
        for (var i = 1; i <= SmallGroupings; i++)
        {
            runs.small.Add(await runs.ImportAsync(Small, FormattableString.Invariant($"mesure-{i}"), stop));
        }

        runs.large = await runs.ImportAsync(Large, "mesure", stop);
        return runs;
    }

    /// <summary>Asks through the API for one search after the other, each when the last has ended.</summary>
    /// <returns>From each request to its start, the shortest first.</returns>
    public async Task<List<TimeSpan>> TimeStartsAsync(Uri service, int starts, CancellationToken stop)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < starts; i++)
        {
            var run = await AskAsync(service, small[i % small.Count], TimeSpan.FromSeconds(5), stop);
            var row = await UntilAsync(run, r => r.EndedAt is not null, stop);
            times.Add(row.StartedAt!.Value - row.RequestedAt);
            Failed += row.Status == RunStatus.Done ? 0 : 1;
        }

        return [.. times.Order()];
    }

    /// <summary>Adds short runs all at once, as the clock does on the first of a month, and waits until all have ended.</summary>
    /// <returns>Runs a second, from the first start to the last end.</returns>
    public async Task<double> TimeBurstAsync(int runs, CancellationToken stop)
    {
        bursts++;
        var added = new List<Guid>();
        foreach (var (i, grouping) in small.Index())
        {
            var share = ((i + 1) * runs / small.Count) - (i * runs / small.Count);
            var rows = Enumerable.Range(0, share).Select(ShortRun).ToList();
            await work.WriteAsync(this, grouping.GroupingId, scope =>
            {
                scope.Db.Runs.AddRange(rows);
                return Task.FromResult(true);
            }, stop);
            added.AddRange(rows.Select(r => r.Id));
        }

        var ended = await UntilAllAsync(added, stop);
        var results = await ReadAsync((db, s) => db.RunResults.IgnoreQueryFilters().Where(r => added.Contains(r.RunId)).Select(r => r.RunId).ToListAsync(s), stop);
        Failed += ended.Count(r => r.Status != RunStatus.Done || results.Count(id => id == r.Id) != 1);
        return runs / (ended.Max(r => r.EndedAt!.Value) - ended.Min(r => r.StartedAt!.Value)).TotalSeconds;
    }

    /// <summary>Asks for a long search, kills its worker once it is at work, and waits until another has taken it.</summary>
    /// <param name="service">Where it is asked for.</param>
    /// <param name="replace">Kills the worker that has it, with another beside it or started after.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<TimeSpan> TimeTakeOverAsync(Uri service, Func<Task<Stopwatch>> replace, CancellationToken stop)
    {
        var run = await AskAsync(service, large, Patience, stop);
        await UntilAsync(run, r => r is { Status: RunStatus.Running, Progress: not null }, stop);
        var since = await replace();
        await UntilAsync(run, r => r.FencingToken == 2, stop);
        var time = since.Elapsed;
        await work.WriteAsync(this, large.GroupingId, scope => scope.Db.Runs.Where(r => r.Id == run).ExecuteUpdateAsync(s => s.SetProperty(r => r.IsCancelRequested, true), stop), stop);
        await UntilAsync(run, r => r.EndedAt is not null, stop);
        return time;
    }

    private RunRow ShortRun(int i)
    {
        var asked = DueRun.Of(string.Create(CultureInfo.InvariantCulture, $"mesure-{bursts}-{i}"), new CostsAsked(new DateOnly(2026, 12, 31)));
        return new RunRow
        {
            Kind = RunKind.MonthlyCosts, PeriodKey = asked.Key, Request = asked.Request,
            RequestedBy = FirstAdministrator.ServiceName, RequestedAt = clock.GetUtcNow().UtcDateTime,
        };
    }

    private async Task<Asker> ImportAsync(string scenario, string code, CancellationToken stop)
    {
        var grouping = await BenchScenario.ImportAsync(database, clock, scenario, code, stop);
        var user = await new UserAccounts(database, clock).EnsureAsync(FirstAdministrator.DefaultEmail, FirstAdministrator.ServiceName, stop);
        await new GrantAdministrator(work).RunAsync(grouping, new NewAdministrator(user), stop);
        var (token, secret) = BenchToken.New(user, grouping, clock);
        return await work.WriteAsync(this, grouping, async scope =>
        {
            scope.Db.Add(token);
            return new Asker(grouping, await scope.Db.Campaigns.Select(c => c.Id).FirstAsync(stop), secret);
        }, stop);
    }

    private static async Task<Guid> AskAsync(Uri service, Asker asker, TimeSpan search, CancellationToken stop)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = service };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", asker.Secret);
        using var answer = await http.PostAsJsonAsync(
            $"/api/v1/groupings/{asker.GroupingId}/plans", new PlanAsked(asker.CampaignId, (int)search.TotalSeconds), stop);
        var text = await answer.Content.ReadAsStringAsync(stop);
        return answer.IsSuccessStatusCode && JsonNode.Parse(text)?["id"]?.GetValue<Guid>() is { } run
            ? run
            : throw new ServiceBenchException("bench.jobs.refused", (int)answer.StatusCode, text);
    }

    private async Task<RunRow> UntilAsync(Guid run, Func<RunRow, bool> reached, CancellationToken stop) =>
        (await UntilAsync([run], rows => rows.All(reached), stop))[0];

    private Task<List<RunRow>> UntilAllAsync(List<Guid> runs, CancellationToken stop) => UntilAsync(runs, rows => rows.All(r => r.EndedAt is not null), stop);

    private async Task<List<RunRow>> UntilAsync(List<Guid> runs, Func<List<RunRow>, bool> reached, CancellationToken stop)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var rows = await ReadAsync((db, s) => db.Runs.IgnoreQueryFilters().AsNoTracking().Where(r => runs.Contains(r.Id)).ToListAsync(s), stop);
            if (reached(rows))
            {
                return rows;
            }

            if (waited.Elapsed > Patience)
            {
                throw new ServiceBenchException("bench.jobs.no-end", Patience.TotalSeconds, rows.Find(r => r.EndedAt is null)?.Failure);
            }

            // A burst is looked at rarely, so that looking costs nothing that counts.
            await Task.Delay(runs.Count == 1 ? Look : Look * 25, stop);
        }
    }

    private async Task<T> ReadAsync<T>(Func<StaffPoolContext, CancellationToken, Task<T>> read, CancellationToken stop)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, stop);
        return await read(db, stop);
    }

    /// <param name="GroupingId">Where.</param>
    /// <param name="CampaignId">Whose needs are planned.</param>
    /// <param name="Secret">Token of an administrator.</param>
    private sealed record Asker(Guid GroupingId, Guid CampaignId, string Secret);
}
