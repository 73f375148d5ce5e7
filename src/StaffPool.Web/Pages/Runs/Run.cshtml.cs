using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Runs;
using StaffPool.Data.Access;
using StaffPool.Data.Runs;

namespace StaffPool.Web.Pages.Runs;

/// <summary>
/// One computation, as it goes on. With a script the figures change by themselves; without one the page reloads every
/// few seconds.
/// </summary>
public sealed class RunModel(ReadRun read, CancelRun cancel, RetryRun retry, TimeProvider clock) : GroupingPage
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid RunId { get; set; }

    public RunView View { get; private set; } = null!;

    public bool MayStop => Grouping.Has(Role.Administrator) && !View.HasEnded;

    public bool MayRetry => Grouping.Has(Role.Administrator) && View.Status is (RunStatus.Failed or RunStatus.Cancelled);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        View = await read.RunAsync(Grouping.Id, RunId, stop);
        return null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await cancel.RunAsync(Grouping.Id, RunId, stop);
        Notice = RunPageTexts.Of("run.stopping").ToString();
        return RedirectToPage(new { id = RunId });
    }

    public async Task<IActionResult> OnPostRetryAsync(CancellationToken stop)
    {
        await retry.RunAsync(Grouping.Id, RunId, stop);
        Notice = RunPageTexts.Of("run.retried").ToString();
        return RedirectToPage(new { id = RunId });
    }

    /// <summary>The same, told again each second until it ends, as server-sent events.</summary>
    public async Task<IActionResult> OnGetFollowAsync(CancellationToken stop)
    {
        Response.ContentType = "text/event-stream";
        Response.Headers.CacheControl = "no-store";
        RunView run;
        do
        {
            run = await read.RunAsync(Grouping.Id, RunId, stop);
            var told = new { status = RunPageTexts.Of($"status.{run.Status}").ToString(), ended = run.HasEnded, run.Progress };
            await Response.WriteAsync($"data: {JsonSerializer.Serialize(told, JsonSerializerOptions.Web)}\n\n", stop);
            await Response.Body.FlushAsync(stop);
            if (!run.HasEnded)
            {
                await Task.Delay(Beat, clock, stop);
            }
        }
        while (!run.HasEnded);

        return new EmptyResult();
    }
}
