using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Runs;

namespace StaffPool.Jobs.Clock;

/// <summary>
/// Asks for what is due, grouping by grouping: adds rows under keys that say what they are for, and announces them. Asked
/// twice, or by two clocks at once, it adds nothing more.
/// </summary>
/// <param name="database">Where the groupings are.</param>
/// <param name="work">As the service itself.</param>
/// <param name="executions">Those that the clock asks for are among them.</param>
/// <param name="dispatcher">Where runs are announced.</param>
/// <param name="log">For a grouping whose rows cannot be read.</param>
public sealed partial class DueRuns(
    ServiceDatabase database, Work work, IEnumerable<IRunExecution> executions, IRunDispatcher dispatcher, ILogger<DueRuns> log)
{
    private readonly Dictionary<RunKind, IClockedExecution> byKind =
        executions.OfType<IClockedExecution>().SelectMany(e => e.Kinds.Select(k => (k, e))).ToDictionary(p => p.k, p => p.e);

    /// <returns>How many runs were added.</returns>
    public async Task<int> AskForAsync(RunKind kind, CancellationToken stop)
    {
        var added = 0;
        foreach (var grouping in await GroupingsAsync(stop))
        {
            try
            {
                var runs = await AddAsync(kind, grouping, stop);
                foreach (var run in runs)
                {
                    await dispatcher.AnnounceAsync(run, stop);
                }

                added += runs.Count;
            }
            catch (RefusedException refused) when (refused.Refusal == Refusal.Taken)
            {
                // Another clock struck at the same moment.
            }
            catch (RefusedException refused)
            {
                // One grouping whose agreement does not read must not keep the others waiting.
                LogRefused(log, kind, grouping, refused.Message);
            }
        }

        return added;
    }

    private Task<List<RunAddress>> AddAsync(RunKind kind, Guid grouping, CancellationToken stop) =>
        work.WriteAsync(byKind[kind], grouping, async scope =>
        {
            var due = await byKind[kind].DueAsync(kind, scope, stop);
            var keys = due.Select(d => d.Key).ToList();
            var known = await scope.Db.Runs.Where(r => r.Kind == kind && keys.Contains(r.PeriodKey!)).Select(r => r.PeriodKey).ToListAsync(stop);
            var rows = due.Where(d => !known.Contains(d.Key)).DistinctBy(d => d.Key).Select(d => new RunRow
            {
                Kind = kind, PeriodKey = d.Key, Request = d.Request, RequestedBy = scope.Caller.Name, RequestedAt = scope.Now,
            }).ToList();
            scope.Db.Runs.AddRange(rows);
            return rows.ConvertAll(r => new RunAddress(grouping, r.Id, kind));
        }, stop);

    private async Task<List<Guid>> GroupingsAsync(CancellationToken stop)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, stop);
        return await db.Groupings.IgnoreQueryFilters().OrderBy(g => g.Id).Select(g => g.Id).ToListAsync(stop);
    }

    [LoggerMessage(LogLevel.Error, "What is due ({Kind}) in the grouping {Grouping} cannot be found: {Reason}")]
    private static partial void LogRefused(ILogger log, RunKind kind, Guid grouping, string reason);
}
