using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Jobs.Clock;

namespace StaffPool.Web.Pages.Runs;

/// <summary>What is computed, what was, and what failed.</summary>
public sealed class RunsModel(ListRuns runs, CancelRun cancel, RetryRun retry, TimeProvider clock) : GroupingPage
{
    // A week of them fits a page.
    private const int MostStrokes = 11;

    public IReadOnlyList<RunView> Runs { get; private set; } = [];

    /// <summary>What the clock asks for next, and when in UTC.</summary>
    public IReadOnlyList<(Stroke Stroke, DateTime At)> Next { get; private set; } = [];

    public bool MayChange => Grouping.Has(Role.Administrator);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Runs = await runs.RunAsync(Grouping.Id, Nothing.More, stop);
        Next = [.. ClockTable.NextAfter(clock.GetUtcNow()).Take(MostStrokes)];
        return null;
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken stop)
    {
        await cancel.RunAsync(Grouping.Id, id, stop);
        Notice = RunPageTexts.Of("run.stopping").ToString();
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRetryAsync(Guid id, CancellationToken stop)
    {
        await retry.RunAsync(Grouping.Id, id, stop);
        Notice = RunPageTexts.Of("run.retried").ToString();
        return RedirectToPage();
    }
}
