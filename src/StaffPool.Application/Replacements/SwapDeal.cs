using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Scenarios;
using StaffPool.Application.Timetables;
using StaffPool.Application.UseCases;
using StaffPool.Data.Planning;
using StaffPool.Data.Replacements;
using StaffPool.Domain.Replacements;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Timetables;

namespace StaffPool.Application.Replacements;

/// <summary>
/// A swap in hand, in a transaction that has its turn: asked, accepted and approved by the same checks, and done once nobody is
/// left to be asked.
/// </summary>
internal sealed record SwapDeal(SwapRow Row, BookingRow First, BookingRow Second, LoadedGrouping Loaded)
{
    private const int MostReason = 2_000;

    /// <summary>An open swap, whose half-days are still those that were offered.</summary>
    /// <exception cref="RefusedException">There is none, it is over, or a half-day has changed.</exception>
    public static async Task<SwapDeal> FindAsync(WorkScope scope, PoolLoader pools, Guid swapId, CancellationToken stop)
    {
        await scope.TakeTurnAsync(stop);
        var row = await FindOpenAsync(scope, swapId, stop);
        var (first, second) = (await StillThereAsync(scope, row.Sides[0], stop), await StillThereAsync(scope, row.Sides[1], stop));
        return new SwapDeal(row, first, second, await pools.GroupingAsync(scope, stop));
    }

    /// <inheritdoc cref="FindAsync"/>
    public static async Task<SwapRow> FindOpenAsync(WorkScope scope, Guid swapId, CancellationToken stop)
    {
        var self = scope.Caller.Professionals;
        var seesAll = SwapView.SeesAll(scope.Caller);
        var row = WorkScope.Found(
            await scope.Db.Swaps.Include(s => s.Sides.OrderBy(i => i.Id)).ThenInclude(s => s.Professional)
                .SingleOrDefaultAsync(s => s.Id == swapId && (seesAll || s.Sides.Any(i => self.Contains(i.ProfessionalId))), stop),
            "not-found.swap");
        scope.Subject = row.Id;
        return row.Status == SwapStatus.Open ? row : throw RefusedException.Of(Refusal.Taken, CoverTexts.Of($"swap.over.{row.Status}"));
    }

    /// <summary>Everything that stands in the way, now.</summary>
    /// <exception cref="RefusedException">With all of it.</exception>
    public async Task CheckAsync(WorkScope scope, CancellationToken stop)
    {
        var pool = await SwapPools.LoadAsync(scope, Loaded, [First, Second], 0, stop);
        var starts = await StartsAsync(scope, stop);
        var notice = Loaded.Scenario.Grouping.Agreement.ValueOf(TimetableSettings.ChangeNotice, scope.Today);
        Row.IsShortNotice = starts.Any(s => (s - scope.Now).TotalHours < notice);
        RefusedException.IfAny(
        [
            .. TextField.Assess("justification", Row.Justification, isRequired: false, most: MostReason, hasLines: true),
            .. starts.Any(s => s <= scope.Now) ? [CoverTexts.Blocking("swap.past")] : (IEnumerable<Violation>)[],
            .. Row.IsShortNotice && Row.Justification is null ? [LacksReason(scope, notice)] : (IEnumerable<Violation>)[],
            .. HalfDaySwap.Assess(pool.Pool, SwapPools.SideOf(pool, First), SwapPools.SideOf(pool, Second)),
            .. await PromisedElsewhereAsync(scope, First, stop),
            .. await PromisedElsewhereAsync(scope, Second, stop),
        ]);
    }

    /// <summary>After a yes: the law is asked once more, and the half-days are exchanged where nobody is left to be asked.</summary>
    /// <param name="scope">Which keeps nothing of the yes where it is refused.</param>
    /// <param name="justification">Why so late, where it was not said before.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="RefusedException">With everything that stands in the way.</exception>
    public async Task<SwapAnswered> AgreeAsync(WorkScope scope, string? justification, CancellationToken stop)
    {
        Row.Justification ??= TextField.Kept(justification);
        await CheckAsync(scope, stop);
        return new SwapAnswered(await DoIfAgreedAsync(scope, stop));
    }

    public static void End(SwapRow row, SwapStatus status, WorkScope scope) => (row.Status, row.EndedAt, row.EndedBy) = (status, scope.Now, scope.Caller.Name);

    private async Task<bool> DoIfAgreedAsync(WorkScope scope, CancellationToken stop)
    {
        var needsApproval = Loaded.Scenario.Grouping.Agreement.ValueOf(ReplacementSettings.SwapsNeedApproval, scope.Today);
        if (Row.Sides.Any(s => s.AcceptedAt is null) || (needsApproval && Row.ApprovedAt is null))
        {
            return false;
        }

        await TimetableSwap.FollowAsync(scope, First, Second, Row.IsShortNotice, Row.Justification, stop);
        if (First.Day == Second.Day && First.Part == Second.Part)
        {
            // Nobody can be booked twice at one time, not even for a moment: the places change, not the people.
            ((First.SiteId, First.TimetableId), (Second.SiteId, Second.TimetableId)) = ((Second.SiteId, Second.TimetableId), (First.SiteId, First.TimetableId));
        }
        else
        {
            (First.ProfessionalId, Second.ProfessionalId) = (Second.ProfessionalId, First.ProfessionalId);
        }

        First.BookedBy = Second.BookedBy = Row.AskedBy;
        scope.WhenTaken = _ => Task.FromResult(CoverTexts.Of("offer.half-day-taken"));
        End(Row, SwapStatus.Done, scope);
        return true;
    }

    private static async Task<BookingRow> StillThereAsync(WorkScope scope, SwapSideRow side, CancellationToken stop) =>
        await scope.Db.Bookings.Include(b => b.Professional)
            .SingleOrDefaultAsync(b => b.ProfessionalId == side.ProfessionalId && b.Day == side.Day && b.Part == side.Part && b.SiteId == side.SiteId, stop)
        ?? throw RefusedException.Of(Refusal.Taken, CoverTexts.Of("swap.changed", side.Professional!.Name, side.Day));

    private async Task<IReadOnlyList<DateTime>> StartsAsync(WorkScope scope, CancellationToken stop)
    {
        var hours = await HalfDayHours.LoadAsync(scope.Db, stop);
        return [.. new[] { First, Second }.Select(b => hours.Of(b.TimetableId, b.Professional!.WorkingTime, b.Day, b.Part).Start)];
    }

    private Violation LacksReason(WorkScope scope, int notice) => CoverTexts.Blocking("swap.short-notice", notice) with
    {
        Reference = Loaded.Scenario.Grouping.Agreement.ReferenceOf(TimetableSettings.ChangeNotice, scope.Today),
    };

    // A mission order says who comes: it is not passed on. What is offered to others, or taken by one, is no longer there to give.
    private static async Task<IEnumerable<Violation>> PromisedElsewhereAsync(WorkScope scope, BookingRow given, CancellationToken stop)
    {
        var isMission = await scope.Db.MissionOrders.AnyAsync(
            m => m.ProfessionalId == given.ProfessionalId && m.SiteId == given.SiteId && m.Offer!.Duties.Any(d => d.Day == given.Day && d.Part == given.Part), stop);
        var isOffered = await scope.Db.Offers.AnyAsync(
            o => (o.Status == OfferStatus.Open || o.Status == OfferStatus.Accepted) && o.SiteId == given.SiteId
                && o.Duties.Any(d => d.Day == given.Day && d.Part == given.Part)
                && scope.Db.Absences.Any(a => a.Id == o.AbsenceId && a.ProfessionalId == given.ProfessionalId),
            stop);
        return (isMission, isOffered) switch
        {
            (true, _) => [CoverTexts.Blocking("swap.mission", given.Professional!.Name, given.Day)],
            (_, true) => [CoverTexts.Blocking("swap.offered", given.Professional!.Name, given.Day)],
            _ => [],
        };
    }
}
