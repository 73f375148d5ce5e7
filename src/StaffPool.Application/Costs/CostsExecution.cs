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
    /// <summary>Day of the month from which the costs of the month before are taken to be recorded (StaffPool, a choice).</summary>
    public const int MonthDay = 5;

    /// <summary>Day of January from which the costs of the year before are taken to be recorded (StaffPool, a choice).</summary>
    public const int YearDay = 15;

    private static readonly string[] OfMonth = ["due", "shares", "centres", "calls"];
    private static readonly string[] OfYear = ["due", "variance", "calls", "true-up", "result"];

    public IReadOnlyCollection<RunKind> Kinds => [RunKind.MonthlyCosts, RunKind.YearlyTrueUp];

    // A clock without a memory asks on the day it starts, which may lie before the day on which the costs are there.
    public Task<IReadOnlyList<DueRun>> DueAsync(RunKind kind, WorkScope scope, CancellationToken stop)
    {
        var (recorded, format) = kind == RunKind.MonthlyCosts ? (scope.Today.AddDays(1 - MonthDay), "yyyy-MM") : (scope.Today.AddDays(1 - YearDay), "yyyy");
        var through = new DateOnly(recorded.Year, kind == RunKind.MonthlyCosts ? recorded.Month : 1, 1).AddDays(-1);
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
