using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;
using StaffPool.Application.Access;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Terminals;
using StaffPool.Data;
using StaffPool.Data.Runs;
using StaffPool.Domain.Calendar;

namespace StaffPool.Cli.Operations;

/// <summary><c>staffpool jobs</c>: what ran, runs and failed in every grouping; starts one again, or stops it.</summary>
internal sealed class JobsCommand(Terminal terminal, CliTexts texts, TimeProvider clock)
{
    private const int MostShown = 50;

    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web);

    private readonly OpenDatabase open = new(terminal, texts);

    public Task<int> ListAsync(DatabasePlace place, bool json, CancellationToken stop) => open.RunAsync(place, mayBeNew: false, async database =>
    {
        var runs = await LatestAsync(database, stop);
        if (json)
        {
            foreach (var run in runs)
            {
                terminal.Output.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(
                    new
                    {
                        id = run.Row.Id, grouping = run.Grouping, kind = run.Row.Kind.ToString(), key = run.Row.PeriodKey, status = run.Row.Status.ToString(),
                        requestedAt = run.Row.RequestedAt, startedAt = run.Row.StartedAt, endedAt = run.Row.EndedAt, notBefore = run.Row.NotBefore,
                        failures = run.Row.Failures, failure = run.Row.Failure,
                    },
                    OneLine));
            }
        }
        else
        {
            Write(runs);
        }

        return ExitCode.Success;
    });

    public Task<int> RetryAsync(DatabasePlace place, Guid run, CancellationToken stop) =>
        ChangeAsync(place, run, "jobs.retried", (work, grouping) => new RetryRun(work, new LaterRound()).RunAsync(grouping, run, stop), stop);

    public Task<int> CancelAsync(DatabasePlace place, Guid run, CancellationToken stop) =>
        ChangeAsync(place, run, "jobs.cancelled", (work, grouping) => new CancelRun(work).RunAsync(grouping, run, stop), stop);

    private Task<int> ChangeAsync(DatabasePlace place, Guid run, string done, Func<Work, Guid, Task> change, CancellationToken stop) =>
        open.RunAsync(place, mayBeNew: false, async database =>
        {
            await using var db = database.NewContext();
            await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, stop);
            var grouping = await db.Runs.IgnoreQueryFilters().Where(r => r.Id == run).Select(r => (Guid?)r.GroupingId).SingleOrDefaultAsync(stop);
            await transaction.DisposeAsync();
            if (grouping is null)
            {
                terminal.Messages.WriteLine(texts["jobs.unknown", run]);
                return ExitCode.InvalidInput;
            }

            try
            {
                await change(new Work(database, new Operator(FirstAdministrator.ServiceName), clock), grouping.Value);
            }
            catch (RefusedException refused)
            {
                foreach (var reason in refused.Reasons)
                {
                    terminal.Messages.WriteLine(reason.Message.In(texts.Culture));
                }

                return ExitCode.InvalidInput;
            }

            terminal.Output.Write(new Text(texts[done, run] + "\n", Tables.Good));
            return ExitCode.Success;
        });

    private static async Task<IReadOnlyList<(RunRow Row, string Grouping)>> LatestAsync(ServiceDatabase database, CancellationToken stop)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, stop);
        var rows = await db.Runs.IgnoreQueryFilters().AsNoTracking().OrderByDescending(r => r.RequestedAt).Take(MostShown).ToListAsync(stop);
        var groupings = await db.Groupings.IgnoreQueryFilters().ToDictionaryAsync(g => g.Id, g => g.Code, stop);
        return [.. rows.Select(r => (r, groupings[r.GroupingId]))];
    }

    private void Write(IReadOnlyList<(RunRow Row, string Grouping)> runs)
    {
        if (runs.Count == 0)
        {
            terminal.Output.Write(new Text(texts["jobs.none"] + "\n"));
            return;
        }

        var table = Tables.New().AddColumn(Tables.Words(texts["jobs.run"]).NoWrap());
        foreach (var column in (string[])["grouping", "kind", "state", "requested", "ended"])
        {
            table.AddColumn(Tables.Words(texts[$"jobs.{column}"]));
        }

        foreach (var (row, grouping) in runs)
        {
            table.AddRow(
                new Text(row.Id.ToString()), new Text(grouping), new Text(row.PeriodKey is null ? texts[$"jobs.kind.{row.Kind}"] : $"{texts[$"jobs.kind.{row.Kind}"]} ({row.PeriodKey})"),
                new Text(row.Failure ?? texts[$"jobs.status.{row.Status}"], row.Status == RunStatus.Failed ? Tables.Bad : Style.Plain),
                new Text(Moment(row.RequestedAt)), new Text(row.EndedAt is { } at ? Moment(at) : ""));
        }

        terminal.Output.Write(table);
    }

    private string Moment(DateTime utc) => ParisTime.Of(utc).ToString("g", texts.Culture);

    /// <summary>A worker finds the row at its next round: this process has no line to it.</summary>
    private sealed class LaterRound : IRunDispatcher
    {
        public ValueTask AnnounceAsync(RunAddress run, CancellationToken stop) => ValueTask.CompletedTask;
    }
}
