using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Access;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Needs;
using StaffPool.Data.Runs;

namespace StaffPool.Application.Needs;

/// <summary>Tells representatives that a campaign is open, then reminds those whose member has not confirmed.</summary>
[Permits]
public sealed class ReminderExecution(Work work, ServiceLetters letters, ClockSettings settings) : IClockedExecution
{
    // A campaign that has been open for longer is told of by its reminders alone.
    private const int OpeningDays = 7;

    public IReadOnlyCollection<RunKind> Kinds => [RunKind.CampaignReminder];

    public async Task<IReadOnlyList<DueRun>> DueAsync(RunKind kind, WorkScope scope, CancellationToken stop)
    {
        var open = await scope.Db.Campaigns.AsNoTracking()
            .Where(c => c.Status == CampaignStatus.Open && c.ClosesOn >= scope.Today).ToListAsync(stop);
        return [.. from campaign in open
            let left = campaign.ClosesOn.DayNumber - scope.Today.DayNumber
            let threshold = settings.ReminderDays.Where(d => left <= d).Order().Cast<int?>().FirstOrDefault()
            let isOpening = threshold is null && scope.Today.DayNumber - campaign.OpensOn.DayNumber <= OpeningDays
            where threshold is not null || isOpening
            select DueRun.Of(
                CampaignExecution.KeyOf(campaign, campaign.ClosesOn, isOpening ? "open" : threshold!.Value.ToString(CultureInfo.InvariantCulture)),
                new ReminderAsked(campaign.Id, isOpening))];
    }

    public async Task<Func<WorkScope, RunRow, Task>> ComputeAsync(HeldRun run)
    {
        var request = run.RequestAs<ReminderAsked>();
        var written = await work.ReadAsync(this, run.GroupingId, scope => WriteAsync(scope, request, run.Stop), run.Stop);
        await letters.SendAsync(this, run, written);
        return RunReport.Of(LetterTexts.Of("letters"), written.Select(l => LetterTexts.Of("letter-to", l.Name, l.Subject))).SaveAsync;
    }

    private async Task<IReadOnlyList<Letter>> WriteAsync(WorkScope scope, ReminderAsked request, CancellationToken stop)
    {
        if (await scope.Db.Campaigns.SingleOrDefaultAsync(c => c.Id == request.CampaignId && c.Status == CampaignStatus.Open, stop) is not { } campaign)
        {
            return [];
        }

        var grouping = await scope.Db.Groupings.SingleAsync(stop);
        var confirmed = await scope.Db.Declarations
            .Where(d => d.CampaignId == campaign.Id && d.Status == DeclarationStatus.Confirmed).Select(d => d.MemberId).ToListAsync(stop);
        var key = request.IsOpening ? "letter.opened" : "letter.reminder";
        return [.. (await ServiceLetters.InRolesAsync(scope, [Role.MemberRepresentative], stop))
            .Where(r => request.IsOpening || (r.MemberId is { } member && !confirmed.Contains(member)))
            .DistinctBy(r => r.Email)
            .Select(r => ServiceLetters.Write(
                r, key, grouping.Name, campaign.PeriodStart, campaign.PeriodEnd, campaign.ClosesOn, letters.LinkTo(grouping.Code, "besoins")))];
    }
}

/// <param name="CampaignId">The campaign.</param>
/// <param name="IsOpening">Whether everybody is told that it is open; otherwise those who have not confirmed.</param>
public sealed record ReminderAsked(Guid CampaignId, bool IsOpening);
