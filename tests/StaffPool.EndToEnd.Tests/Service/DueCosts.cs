using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Costs;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Runs;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>Runs of costs, added as the clock adds them: what is committed is acknowledged, and must be computed once.</summary>
[Permits]
internal sealed class DueCosts(ServiceDatabase database)
{
    private readonly Work work = new(database, new Operator("essai"), TimeProvider.System);
    private readonly List<Guid> added = [];

    public IReadOnlyList<Guid> Added => added;

    public async Task AddAsync(Guid grouping, CancellationToken stop)
    {
        var asked = DueRun.Of($"essai-{added.Count.ToString(CultureInfo.InvariantCulture)}", new CostsAsked(new DateOnly(2026, 12, 31)));
        var row = new RunRow
        {
            Kind = RunKind.MonthlyCosts, PeriodKey = asked.Key, Request = asked.Request, RequestedBy = "essai",
            RequestedAt = TimeProvider.System.GetUtcNow().UtcDateTime,
        };
        await work.WriteAsync(this, grouping, scope => Task.FromResult(scope.Db.Runs.Add(row)), stop);
        added.Add(row.Id);
    }

    public async Task<Guid> GroupingAsync(CancellationToken stop)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, stop);
        return await db.Groupings.IgnoreQueryFilters().Select(g => g.Id).FirstAsync(stop);
    }

    public async Task<IReadOnlyList<RunRow>> RowsAsync(CancellationToken stop)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, stop);
        return await db.Runs.IgnoreQueryFilters().AsNoTracking().Where(r => added.Contains(r.Id)).ToListAsync(stop);
    }

    /// <summary>Waits until all have ended.</summary>
    public async Task EndAsync(TimeSpan patience, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(patience);
        while ((await RowsAsync(stop)).Any(r => r.EndedAt is null))
        {
            limit.IsCancellationRequested.ShouldBeFalse(string.Join(", ", (await RowsAsync(stop)).Where(r => r.EndedAt is null).Select(r => $"{r.PeriodKey} {r.Status} {r.Failures}")));
            await Task.Delay(200, CancellationToken.None);
        }
    }

    /// <summary>Every one is done, with one result each.</summary>
    public async Task ShouldBeDoneOnceAsync(CancellationToken stop)
    {
        var rows = await RowsAsync(stop);
        rows.Count.ShouldBe(added.Count, "one that was acknowledged is lost");
        rows.ShouldAllBe(r => r.Status == RunStatus.Done);
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, stop);
        var results = await db.RunResults.IgnoreQueryFilters().Where(r => added.Contains(r.RunId)).Select(r => new { r.RunId, r.Id }).ToListAsync(stop);
        results.Count.ShouldBe(added.Count);
        rows.ShouldAllBe(r => results.Any(o => o.RunId == r.Id && o.Id == r.ResultId));
    }
}
