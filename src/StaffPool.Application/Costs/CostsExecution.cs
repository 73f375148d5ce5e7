using System.Globalization;
using StaffPool.Application.Runs;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Runs;

namespace StaffPool.Application.Costs;

/// <summary>
/// Keeps who bears the costs recorded by the end of a month, and what the calls of a year must be brought to. A proposal:
/// nothing is issued.
/// </summary>
[Permits]
public sealed class CostsExecution(Work work, GroupingLoader loader) : IClockedExecution
{
    private static readonly string[] OfMonth = ["due", "shares", "centres", "calls"];
    private static readonly string[] OfYear = ["due", "variance", "calls", "true-up", "result"];

    public IReadOnlyCollection<RunKind> Kinds => [RunKind.MonthlyCosts, RunKind.YearlyTrueUp];

    public Task<IReadOnlyList<DueRun>> DueAsync(RunKind kind, WorkScope scope, CancellationToken stop)
    {
        var (through, format) = kind == RunKind.MonthlyCosts
            ? (new DateOnly(scope.Today.Year, scope.Today.Month, 1).AddDays(-1), "yyyy-MM")
            : (new DateOnly(scope.Today.Year, 1, 1).AddDays(-1), "yyyy");
        return Task.FromResult<IReadOnlyList<DueRun>>([DueRun.Of(through.ToString(format, CultureInfo.InvariantCulture), new CostsAsked(through))]);
    }

    public async Task<Func<WorkScope, RunRow, Task>> ComputeAsync(HeldRun run)
    {
        var through = run.RequestAs<CostsAsked>().Through;
        var costs = (await work.ReadAsync(this, run.GroupingId, scope => loader.LoadSpentByAsync(scope, through, run.Stop), run.Stop)).Scenario.Costs;
        if (costs is null || costs.Exercise.Period.Start > through)
        {
            return RunReport.Of(AccountTexts.Of("costs.none-through", through), []).SaveAsync;
        }

        var shown = run.Kind == RunKind.MonthlyCosts ? OfMonth : OfYear;
        var report = CostReport.Of(costs);
        return RunReport.Of([report with { Tables = [.. report.Tables.Where(t => shown.Contains(t.Id))] }]).SaveAsync;
    }
}

/// <param name="Through">Expenses by this day count.</param>
public sealed record CostsAsked(DateOnly Through);
