using StaffPool.Domain.Calendar;
using StaffPool.Domain.Timetables;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;

namespace StaffPool.Solver.Timetables;

/// <summary>What the calendar of a piece gave.</summary>
/// <param name="Cells">Of all its people.</param>
/// <param name="LeastUndelivered">Half-days that no calendar delivers, whatever its cycle.</param>
internal sealed record CalendarOutcome(IReadOnlyList<CalendarCell> Cells, long LeastUndelivered);

/// <summary>From the cycle of a piece to its calendar, person after person; rooms that the cycles of the others need stay theirs.</summary>
internal sealed class CalendarExpansion(TimetableProblem problem, EnginePool engines, EngineRecord record, int seed)
{
    private static readonly TimeSpan MostForOne = TimeSpan.FromSeconds(5);

    // With less, an engine only takes time from those who come after.
    private static readonly TimeSpan LeastForOne = TimeSpan.FromMilliseconds(50);

    /// <param name="plan">The cycle.</param>
    /// <param name="clock">What time is left; without any, the cycle is followed and nothing is caught up.</param>
    /// <param name="stop">Ends the search for better.</param>
    public async Task<CalendarOutcome> RunAsync(CyclePlan plan, SearchClock clock, CancellationToken stop)
    {
        var piece = plan.Piece;
        var ledger = new RoomLedger(problem);
        List<CalendarPerson> people = [.. piece.People.Select((p, i) => new CalendarPerson(problem, p, plan.At[i], ledger))];
        foreach (var (person, calendar) in piece.People.Zip(people))
        {
            Expect(person, calendar, ledger);
        }

        var cells = new List<CalendarCell>();
        var least = 0L;
        foreach (var (person, calendar) in piece.People.Zip(people))
        {
            var (chosen, most) = await FillAsync(calendar, piece.People.Count == 1, clock, stop);
            least += calendar.Owed.Sum() - most;
            clock.PieceDone(1);

            foreach (var (slot, promise) in chosen)
            {
                ledger.Enter(person.Professional, person.Promises[promise].Site, slot);
            }

            cells.AddRange(calendar.CellsOf(chosen));
        }

        return new CalendarOutcome(cells, least);
    }

    private async Task<(IReadOnlyDictionary<CalendarSlot, int> Chosen, int Most)> FillAsync(
        CalendarPerson calendar, bool isAlone, SearchClock clock, CancellationToken stop)
    {
        int? proven = null;
        while (true)
        {
            var isLate = clock.Left <= TimeSpan.Zero;
            var chosen = isLate ? calendar.FollowCycle() : calendar.Expand();
            var most = chosen.Count == calendar.Owed.Sum() ? chosen.Count : proven ?? (isLate ? calendar.Owed.Sum() : calendar.MostDelivered(chosen));
            if (chosen.Count < most && !isLate && !stop.IsCancellationRequested)
            {
                (chosen, most) = await ImproveAsync(calendar, chosen, most, isAlone && proven is null, clock, stop);
            }

            // What rests take is not proven to be needed: the bound is that of the first time.
            proven ??= most;
            if (!calendar.RestsMore(chosen))
            {
                return (chosen, proven.Value);
            }
        }
    }

    private static void Expect(CyclePerson person, CalendarPerson calendar, RoomLedger ledger)
    {
        foreach (var slot in calendar.Slots)
        {
            if (calendar.CycleAt(slot) is >= 0 and var promise && calendar.CanServe(promise, slot))
            {
                ledger.Enter(person.Professional, person.Promises[promise].Site, slot);
            }
        }
    }

    private async Task<(IReadOnlyDictionary<CalendarSlot, int> Chosen, int Most)> ImproveAsync(
        CalendarPerson calendar, IReadOnlyDictionary<CalendarSlot, int> chosen, int most, bool isAlone, SearchClock clock, CancellationToken stop)
    {
        var time = clock.ForPiece(1) is var share && share < MostForOne ? share : MostForOne;
        if (time < LeastForOne)
        {
            return (chosen, most);
        }

        var model = new CalendarModel(calendar);
        var answer = await engines.SolveAsync(model.Request(chosen, time, seed), null, stop);
        record.Note(answer);
        // With others there, the model keeps rooms as they happen to be taken: its bound is not one of the problem.
        var proven = isAlone && answer.Bound is { } bound ? Math.Min(most, CalendarModel.MostDelivered(bound)) : most;
        var found = answer.Solution is null ? chosen : model.Read(answer.Solution);
        return (found.Count > chosen.Count ? found : chosen, Math.Max(proven, Math.Max(found.Count, chosen.Count)));
    }
}
