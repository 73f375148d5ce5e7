using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Runs;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Runs;

namespace StaffPool.Application.Governance;

/// <summary>Tells the administrators ahead of time that a mandate, the agreement itself, or a paper of the register ends.</summary>
[Permits]
public sealed class ExpiryExecution(Work work, GroupingLoader loader, ServiceLetters letters, ClockSettings settings) : IClockedExecution
{
    public IReadOnlyCollection<RunKind> Kinds => [RunKind.ExpiryNotices];

    public async Task<IReadOnlyList<DueRun>> DueAsync(RunKind kind, WorkScope scope, CancellationToken stop)
    {
        var scenario = (await loader.LoadAsync(scope, null, null, stop)).Scenario;
        var papers = await scope.Db.Commitments.Where(c => c.LastDay >= scope.Today)
            .Select(c => new Ending(c.Title, c.LastDay!.Value, c.Id)).ToListAsync(stop);
        return [.. from ending in EndingsOf(scenario).Concat(papers)
            let left = ending.LastDay.DayNumber - scope.Today.DayNumber
            let threshold = settings.ExpiryDays.Where(d => left <= d).Order().Cast<int?>().FirstOrDefault()
            where left >= 0 && threshold is not null
            select DueRun.Of(string.Create(CultureInfo.InvariantCulture, $"{ending.CommitmentId?.ToString() ?? ending.What}/{ending.LastDay:yyyy-MM-dd}/{threshold}"), ending)];
    }

    public async Task<Func<WorkScope, RunRow, Task>> ComputeAsync(HeldRun run)
    {
        var ending = run.RequestAs<Ending>();
        var (letter, page) = ending.CommitmentId is null ? ("letter.ending", "parts-et-voix") : ("letter.commitment", "echeances");
        var written = await work.ReadAsync(this, run.GroupingId, async scope =>
        {
            var grouping = await scope.Db.Groupings.SingleAsync(run.Stop);
            return (await ServiceLetters.InRolesAsync(scope, [Role.Administrator], run.Stop)).DistinctBy(r => r.Email).Select(r => ServiceLetters.Write(
                r, letter, ending.What, ending.LastDay, grouping.Name, letters.LinkTo(grouping.Code, page))).ToList();
        }, run.Stop);
        await letters.SendAsync(this, run, written);
        return RunReport.Of(LetterTexts.Of("letter.ending.subject", ending.What, ending.LastDay), written.Select(l => LetterTexts.Of("letter-to", l.Name, l.Subject))).SaveAsync;
    }

    private static IEnumerable<Ending> EndingsOf(Scenario scenario)
    {
        if (scenario.Governance.Life is not { } life)
        {
            yield break;
        }

        foreach (var mandate in life.Mandates)
        {
            if (mandate.LastDay(scenario.Grouping.Agreement).Value is { } last)
            {
                yield return new Ending(LetterTexts.Of("ending.mandate", mandate.Holder).ToString(), last);
            }
        }

        if (life.End?.TermEndsOn is { } term)
        {
            yield return new Ending(LetterTexts.Of("ending.agreement").ToString(), term);
        }
    }
}

/// <param name="What">What ends, in words.</param>
/// <param name="LastDay">Its last day.</param>
/// <param name="CommitmentId">Paper of the register; null for what the agreement says.</param>
public sealed record Ending(string What, DateOnly LastDay, Guid? CommitmentId = null);
