using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Runs;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Data.Runs;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Planning;

/// <summary>
/// Holds every published plan against every rule, night by night: people, sites and the agreement change under it. What
/// would block its publication is told to the administrators, once: not again the next night.
/// </summary>
[Permits]
public sealed class PlanCheckExecution(Work work, GroupingLoader loader, ServiceLetters letters) : IClockedExecution
{
    private readonly ReadPlan read = new(work, loader);

    public IReadOnlyCollection<RunKind> Kinds => [RunKind.PlanCheck];

    public async Task<IReadOnlyList<DueRun>> DueAsync(RunKind kind, WorkScope scope, CancellationToken stop)
    {
        var plans = await scope.Db.Plans.Where(p => p.Status == PlanStatus.Published && p.PeriodEnd >= scope.Today).Select(p => p.Id).ToListAsync(stop);
        return [.. plans.Select(p => DueRun.Of(string.Create(CultureInfo.InvariantCulture, $"{scope.Today:yyyy-MM-dd}/{p}"), new PlanChecked(p)))];
    }

    public async Task<Func<WorkScope, RunRow, Task>> ComputeAsync(HeldRun run)
    {
        var view = await read.RunAsync(run.GroupingId, run.RequestAs<PlanChecked>().PlanId, run.Stop);
        var blocking = view.Violations.Where(v => v.Severity == Severity.Blocking).ToList();
        var known = await work.ReadAsync(this, run.GroupingId, scope => FoundBeforeAsync(scope, view.Plan.Id, run.Stop), run.Stop);
        if (RunReport.Sentences(blocking).Except(known, StringComparer.Ordinal).Any())
        {
            await letters.SendAsync(this, run, await work.ReadAsync(this, run.GroupingId, async scope =>
            {
                var grouping = await scope.Db.Groupings.SingleAsync(run.Stop);
                return (await ServiceLetters.InRolesAsync(scope, [Role.Administrator], run.Stop)).DistinctBy(r => r.Email).Select(r => ServiceLetters.Write(
                    r, "letter.check", grouping.Name, view.Plan.Name, blocking.Count, string.Join("\n", RunReport.Sentences(blocking)),
                    letters.LinkTo(grouping.Code, $"plan/{view.Plan.Id}"))).ToList();
            }, run.Stop));
        }

        return RunReport.Of(LetterTexts.Of("check", view.Plan.Name, view.Violations.Count, blocking.Count), view.Violations.Select(v => v.Message)).SaveAsync;
    }

    private static async Task<IEnumerable<string>> FoundBeforeAsync(WorkScope scope, Guid planId, CancellationToken stop)
    {
        var document = await scope.Db.Runs
            .Where(r => r.Kind == RunKind.PlanCheck && r.Status == RunStatus.Done && r.PeriodKey!.EndsWith(planId.ToString()))
            .OrderByDescending(r => r.PeriodKey)
            .Join(scope.Db.RunResults, r => r.Id, result => result.RunId, (_, result) => result.Document)
            .FirstOrDefaultAsync(stop);
        return document is null ? [] : RunReport.Read(document).Sections.SelectMany(s => s.Findings);
    }
}

/// <param name="PlanId">The plan.</param>
public sealed record PlanChecked(Guid PlanId);
