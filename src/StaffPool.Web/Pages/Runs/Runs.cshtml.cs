using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;

namespace StaffPool.Web.Pages.Runs;

/// <summary>What is computed, what was, and what failed.</summary>
public sealed class RunsModel(ListRuns runs) : GroupingPage
{
    public IReadOnlyList<RunView> Runs { get; private set; } = [];

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Runs = await runs.RunAsync(Grouping.Id, Nothing.More, stop);
        return null;
    }
}
