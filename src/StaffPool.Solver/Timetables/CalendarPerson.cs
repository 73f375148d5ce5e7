using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Timetables;
using StaffPool.Domain.Workforce;

namespace StaffPool.Solver.Timetables;

/// <summary>
/// One professional's half-days of the calendar: the cycle where it can be followed, the rest caught up on other half-days.
/// A flow from promises through half-days and weeks gives the most half-days that can be delivered, and among those ways
/// one with few half-days out of the cycle.
/// </summary>
internal sealed class CalendarPerson
{
    private const int OffCycle = 100;
    private const int Unwanted = 60;
    private const int AnotherDay = 30;
    private const int SameDayOfSite = 20;
    private const int MostRepairs = 40;

    private readonly TimetableProblem problem;
    private readonly CyclePerson person;
    private readonly int[] cycle;
    private readonly RoomLedger ledger;
    private readonly Dictionary<CycleSlot, int> numbers;
    private readonly List<CalendarSlot> slots;
    private readonly List<CalendarCell> settled;
    private readonly int[] owed;
    private readonly HashSet<(CalendarSlot, int)> banned = [];
    private readonly HashSet<DateOnly> rest = [];

    public CalendarPerson(TimetableProblem problem, CyclePerson person, int[] cycle, RoomLedger ledger)
    {
        (this.problem, this.person, this.cycle, this.ledger) = (problem, person, cycle, ledger);
        numbers = person.Slots.Index().ToDictionary(s => s.Item, s => s.Index);
        settled = problem.SettledBefore is { } day && problem.InForce is { } inForce
            ? [.. inForce.CalendarOf(person.Professional).Where(c => c.Slot.Day < day && problem.ObstacleTo(c.Professional, c.Site, c.Slot) == Obstacle.None)]
            : [];
        owed = [.. person.Promises.Select(p => Math.Max(0, p.HalfDays - settled.Count(c => c.Site == p.Site)))];
        slots = [.. problem.WorkedDays
            .Where(d => problem.SettledBefore is not { } first || d >= first)
            .SelectMany(d => new[] { new CalendarSlot(d, HalfDay.Morning), new CalendarSlot(d, HalfDay.Afternoon) })];
    }

    public IReadOnlyList<CalendarCell> Settled => settled;

    /// <summary>Half-days still to be delivered, by promise.</summary>
    public IReadOnlyList<int> Owed => owed;

    public IReadOnlyList<CalendarSlot> Slots => slots;

    public int CycleAt(CalendarSlot slot) => numbers.TryGetValue(problem.Cycle.SlotOf(slot), out var number) ? cycle[number] : CyclePerson.Nowhere;

    /// <summary>Whether the professional can be there, rooms included; the cycle has its rooms kept.</summary>
    public bool CanServe(int promise, CalendarSlot slot)
    {
        var site = person.Promises[promise].Site;
        return !rest.Contains(slot.Day)
            && problem.ObstacleTo(person.Professional, site, slot) == Obstacle.None
            && (CycleAt(slot) == promise || !ledger.Refuses(person.Professional, site, slot));
    }

    /// <summary>Half-days that a week still has room for, by its Monday.</summary>
    public int RoomInWeek(DateOnly monday) =>
        Math.Max(0, problem.CalendarWeekLimitOf(person.Professional) - settled.Count(c => Days.MondayOf(c.Slot.Day) == monday));

    /// <summary>No calendar delivers more, whatever the others do and whatever the trips at midday.</summary>
    /// <param name="chosen">What a calendar delivers.</param>
    public int MostDelivered(IReadOnlyDictionary<CalendarSlot, int> chosen) => Flow(chosen, (promise, slot) =>
        problem.ObstacleTo(person.Professional, person.Promises[promise].Site, slot) == Obstacle.None ? 0 : null).Count;

    /// <summary>The half-days of the cycle alone: what is at hand at once.</summary>
    public IReadOnlyDictionary<CalendarSlot, int> FollowCycle() => Kept(Regular());

    /// <summary>Where the professional is on each half-day that is still open: a promise by half-day.</summary>
    public IReadOnlyDictionary<CalendarSlot, int> Expand()
    {
        var regular = Regular();
        for (var repair = 0; ; repair++)
        {
            var kept = Kept(regular);
            var chosen = kept.Count == owed.Sum() ? kept : Flow(kept, (promise, slot) => CostOf(promise, slot, regular.ContainsKey(slot)));
            var misfits = MisfitsOf(chosen).ToList();
            if (misfits.Count == 0)
            {
                return chosen;
            }

            foreach (var (slot, promise) in misfits)
            {
                banned.Add((slot, promise));
                if (repair >= MostRepairs)
                {
                    chosen.Remove(slot);
                }
            }

            if (repair >= MostRepairs)
            {
                return chosen;
            }
        }
    }

    public IEnumerable<CalendarCell> CellsOf(IReadOnlyDictionary<CalendarSlot, int> chosen) => settled.Concat(
        chosen.OrderBy(c => c.Key).Select(c => new CalendarCell(person.Professional, c.Key, person.Promises[c.Value].Site)));

    /// <summary>
    /// Where the limits of working time look at more than a day (six days a week, long half-days), a day of each stretch
    /// that breaks one becomes a day of rest: a day at the end of the week first.
    /// </summary>
    /// <returns>Whether there was one; the calendar is then to be made again.</returns>
    public bool RestsMore(IReadOnlyDictionary<CalendarSlot, int> chosen)
    {
        var work = CellsOf(chosen).GroupBy(c => c.Slot.Day).SelectMany(day => problem.WorkOn(
            person.Professional,
            day.Key,
            day.FirstOrDefault(c => c.Slot.Half == HalfDay.Morning)?.Site,
            day.FirstOrDefault(c => c.Slot.Half == HalfDay.Afternoon)?.Site));
        var breaches = WorkingTimeLimits.For(person.Professional.WorkingTime, problem.Period.Start).Check(work)
            .Where(b => b.Limit.Severity == Severity.Blocking);
        var before = rest.Count;
        foreach (var breach in breaches)
        {
            var days = chosen.Keys.Select(s => s.Day).Where(d => breach.From <= d && d <= breach.To && !rest.Contains(d)).Distinct()
                .OrderByDescending(d => Days.RankOf(d.DayOfWeek)).ThenByDescending(d => d).ToList();
            if (days.Count > 0)
            {
                rest.Add(days[0]);
            }
        }

        return rest.Count > before;
    }

    public bool FitTogether(int morning, int afternoon) => person.Allows(morning, afternoon);

    /// <summary>Half-days of the cycle, as many as each week and each promise takes: no others are as good.</summary>
    private Dictionary<CalendarSlot, int> Kept(Dictionary<CalendarSlot, int> regular)
    {
        var left = slots.Select(s => Days.MondayOf(s.Day)).Distinct().ToDictionary(monday => monday, RoomInWeek);
        return regular.OrderBy(c => c.Key).Where(c => !banned.Contains((c.Key, c.Value)) && left[Days.MondayOf(c.Key.Day)]-- > 0).ToDictionary();
    }

    /// <param name="start">Half-days of least cost, to which the flow adds.</param>
    /// <param name="costOf">Of a promise and a half-day; null where it cannot be.</param>
    private Dictionary<CalendarSlot, int> Flow(IReadOnlyDictionary<CalendarSlot, int> start, Func<int, CalendarSlot, int?> costOf)
    {
        var weeks = slots.Select(s => Days.MondayOf(s.Day)).Distinct().Index().ToDictionary(w => w.Item, w => w.Index);
        var (firstSlot, firstWeek) = (1 + owed.Length, 1 + owed.Length + slots.Count);
        var sink = firstWeek + weeks.Count;
        var flow = new MinCostFlow(sink + 1);
        var ofPromise = owed.Select((most, promise) => flow.Add(0, 1 + promise, most, 0)).ToList();
        var ofWeek = weeks.Keys.Select(monday => flow.Add(firstWeek + weeks[monday], sink, RoomInWeek(monday), 0)).ToList();
        var edges = new List<(int Edge, CalendarSlot Slot, int Promise)>();
        foreach (var (i, slot) in slots.Index())
        {
            var week = weeks[Days.MondayOf(slot.Day)];
            var ofSlot = flow.Add(firstSlot + i, firstWeek + week, 1, 0);
            var isStart = start.TryGetValue(slot, out var given);
            for (var promise = 0; promise < owed.Length; promise++)
            {
                if (costOf(promise, slot) is not { } cost)
                {
                    continue;
                }

                var edge = flow.Add(1 + promise, firstSlot + i, 1, cost);
                edges.Add((edge, slot, promise));
                if (isStart && given == promise)
                {
                    flow.Push(ofPromise[promise], edge, ofSlot, ofWeek[week]);
                }
            }
        }

        flow.Run(0, sink);
        return edges.Where(e => flow.FlowOn(e.Edge) > 0).ToDictionary(e => e.Slot, e => e.Promise);
    }

    private int? CostOf(int promise, CalendarSlot slot, bool isRegular)
    {
        if (!CanServe(promise, slot) || banned.Contains((slot, promise)))
        {
            return null;
        }

        if (CycleAt(slot) == promise)
        {
            return isRegular ? 1 : 2;
        }

        var other = OtherHalf(slot);
        var beside = CycleAt(other) is >= 0 and var k && CanServe(k, other) ? k : CyclePerson.Nowhere;
        var (morning, afternoon) = slot.Half == HalfDay.Morning ? (promise, beside) : (beside, promise);
        if (!FitTogether(morning, afternoon))
        {
            return null;
        }

        return OffCycle
            + (numbers.TryGetValue(problem.Cycle.SlotOf(slot), out var number) && person.Unwanted[number] ? Unwanted : 0)
            + (beside == promise ? -SameDayOfSite : beside < 0 ? AnotherDay : 0);
    }

    /// <summary>
    /// Half-days of the cycle that are best kept where it has more of them than promised: those left out are spread over
    /// the period, so that no site sees nobody for its last weeks.
    /// </summary>
    private Dictionary<CalendarSlot, int> Regular()
    {
        var regular = new Dictionary<CalendarSlot, int>();
        for (var promise = 0; promise < owed.Length; promise++)
        {
            var all = slots.Where(s => CycleAt(s) == promise && CanServe(promise, s)).ToList();
            var excess = Math.Max(0, all.Count - owed[promise]);
            foreach (var (number, slot) in all.Index())
            {
                if ((number + 1) * excess / all.Count == number * excess / all.Count)
                {
                    regular.Add(slot, promise);
                }
            }
        }

        return regular;
    }

    /// <summary>Of two halves of a day that do not go together, the one that is out of the cycle, or else the second.</summary>
    private IEnumerable<(CalendarSlot Slot, int Promise)> MisfitsOf(Dictionary<CalendarSlot, int> chosen) =>
        from morning in chosen
        where morning.Key.Half == HalfDay.Morning && chosen.ContainsKey(OtherHalf(morning.Key))
        let afternoon = KeyValuePair.Create(OtherHalf(morning.Key), chosen[OtherHalf(morning.Key)])
        where !FitTogether(morning.Value, afternoon.Value)
        let loser = CycleAt(afternoon.Key) == afternoon.Value && CycleAt(morning.Key) != morning.Value ? morning : afternoon
        select (loser.Key, loser.Value);

    public static CalendarSlot OtherHalf(CalendarSlot slot) =>
        slot with { Half = slot.Half == HalfDay.Morning ? HalfDay.Afternoon : HalfDay.Morning };
}
