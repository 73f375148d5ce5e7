using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Access;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Data.Runs;

namespace StaffPool.Application.Planning;

/// <summary>
/// Before a period begins, tells professionals that the plan is there to be seen; where there is none yet, tells who must
/// publish it by when.
/// </summary>
[Permits]
public sealed class RosterNoticeExecution(Work work, ServiceLetters letters, ClockSettings settings) : IClockedExecution
{
    public IReadOnlyCollection<RunKind> Kinds => [RunKind.RosterNotice];

    public async Task<IReadOnlyList<DueRun>> DueAsync(RunKind kind, WorkScope scope, CancellationToken stop)
    {
        var last = scope.Today.AddDays(settings.RosterDays + settings.RosterWarningDays);
        var starts = await scope.Db.Campaigns.Where(c => c.PeriodStart > scope.Today && c.PeriodStart <= last).Select(c => c.PeriodStart).ToListAsync(stop);
        var published = await scope.Db.Plans
            .Where(p => p.Status == PlanStatus.Published && starts.Contains(p.PeriodStart)).Select(p => p.PeriodStart).ToListAsync(stop);
        return [.. starts.Select(start => DueRun.Of(
            string.Create(CultureInfo.InvariantCulture, $"{start:yyyy-MM-dd}/{(published.Contains(start) ? "published" : "missing")}"),
            new RosterAsked(start, published.Contains(start))))];
    }

    public async Task<Func<WorkScope, RunRow, Task>> ComputeAsync(HeldRun run)
    {
        var request = run.RequestAs<RosterAsked>();
        var written = await work.ReadAsync(this, run.GroupingId, scope => WriteAsync(scope, request, run.Stop), run.Stop);
        await letters.SendAsync(this, run, written);
        return RunReport.Of(LetterTexts.Of("letters"), written.Select(l => LetterTexts.Of("letter-to", l.Name, l.Subject))).SaveAsync;
    }

    private async Task<IReadOnlyList<Letter>> WriteAsync(WorkScope scope, RosterAsked request, CancellationToken stop)
    {
        var grouping = await scope.Db.Groupings.SingleAsync(stop);
        var (key, page, roles) = request.IsPublished
            ? ("letter.roster", "", (Role[])[Role.Professional])
            : ("letter.no-roster", "plan", [Role.Administrator, Role.Coordinator]);
        return [.. (await ServiceLetters.InRolesAsync(scope, roles, stop)).DistinctBy(r => r.Email).Select(r => ServiceLetters.Write(
            r, key, grouping.Name, request.PeriodStart, request.PeriodStart.AddDays(-settings.RosterDays), settings.RosterDays, letters.LinkTo(grouping.Code, page)))];
    }
}

/// <param name="PeriodStart">First day of the period.</param>
/// <param name="IsPublished">Whether there is a plan for it.</param>
public sealed record RosterAsked(DateOnly PeriodStart, bool IsPublished);
