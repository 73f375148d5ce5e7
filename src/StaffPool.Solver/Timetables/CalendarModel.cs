using StaffPool.Domain.Calendar;
using StaffPool.Solver.CpSat;
using StaffPool.Solver.Engines;

namespace StaffPool.Solver.Timetables;

/// <summary>
/// The calendar of one professional as a CP-SAT model, for those whom the flow alone does not serve as well as it might: it
/// knows which halves of a day go together. Half-days delivered weigh more than all that can be out of the cycle.
/// </summary>
internal sealed class CalendarModel
{
    private const int Delivered = 10_000;

    private readonly CalendarPerson person;
    private readonly CpModelBuilder builder = new();
    private readonly Dictionary<(CalendarSlot Slot, int Promise), BoolVar> cells = [];

    public CalendarModel(CalendarPerson person)
    {
        this.person = person;
        foreach (var slot in person.Slots)
        {
            foreach (var promise in Enumerable.Range(0, person.Owed.Count).Where(k => person.CanServe(k, slot)))
            {
                cells.Add((slot, promise), builder.NewBool(FormattableString.Invariant($"{slot.Day:MMdd}{slot.Half}{promise}")));
            }
        }

        foreach (var slot in cells.GroupBy(c => c.Key.Slot))
        {
            builder.AddAtMostOne(slot.Select(c => c.Value));
        }

        foreach (var promise in cells.GroupBy(c => c.Key.Promise))
        {
            builder.AddAtMost(LinearExpr.Sum(promise.Select(c => c.Value)), person.Owed[promise.Key]);
        }

        foreach (var week in cells.GroupBy(c => Days.MondayOf(c.Key.Slot.Day)))
        {
            builder.AddAtMost(LinearExpr.Sum(week.Select(c => c.Value)), person.RoomInWeek(week.Key));
        }

        foreach (var (morning, other) in from m in cells
                                         where m.Key.Slot.Half == HalfDay.Morning
                                         from k in Enumerable.Range(0, person.Owed.Count)
                                         where !person.FitTogether(m.Key.Promise, k)
                                         let key = (CalendarPerson.OtherHalf(m.Key.Slot), k)
                                         where cells.ContainsKey(key)
                                         select (m.Value, cells[key]))
        {
            builder.AddAtMostOne([morning, other]);
        }

        builder.Maximize(LinearExpr.Sum(cells.Select(c => c.Value * (person.CycleAt(c.Key.Slot) == c.Key.Promise ? Delivered : Delivered - 1))));
    }

    public SolveRequest Request(IReadOnlyDictionary<CalendarSlot, int> hint, TimeSpan time, int seed)
    {
        foreach (var (cell, variable) in cells)
        {
            builder.AddHint(variable, hint.TryGetValue(cell.Slot, out var promise) && promise == cell.Promise);
        }

        return new SolveRequest(builder.ToProto(), EngineKind.CpSat, new SolveLimits { WallTime = time, Seed = seed });
    }

    public Dictionary<CalendarSlot, int> Read(IReadOnlyList<long> solution) =>
        cells.Where(c => c.Value.ValueIn(solution)).ToDictionary(c => c.Key.Slot, c => c.Key.Promise);

    /// <summary>Half-days that no calendar exceeds, from the bound of the weighed sum.</summary>
    public static int MostDelivered(double bound) => (int)Math.Floor((bound + 1e-4) / (Delivered - 1));
}
