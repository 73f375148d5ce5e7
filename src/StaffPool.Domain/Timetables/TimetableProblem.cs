using StaffPool.Domain.Calendar;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Timetables;

/// <summary>
/// Everything that decides a timetable: half-days promised, when people and sites can, what is asked, what is in force.
/// Read by the solver, by the checker and by the explanations alike.
/// </summary>
public sealed class TimetableProblem
{
    private readonly Availability availability;
    private readonly WorkingDays workingDays;
    private readonly ILookup<Professional, Promise> promisesOf;
    private readonly ILookup<Professional, UnwantedHalfDay> unwantedOf;
    private readonly Dictionary<CycleSlot, CalendarSlot[]> dates;

    public TimetableProblem(
        Grouping grouping, Period period, Cycle cycle, IReadOnlyList<Promise> promises, DistanceMatrix distances, TimetableRequests requests)
    {
        (Grouping, Period, Cycle, Promises, Distances, Requests) = (grouping, period, cycle, promises, distances, requests);
        availability = new Availability(grouping, period, requests);
        workingDays = new WorkingDays(this);
        promisesOf = promises.ToLookup(p => p.Professional);
        unwantedOf = requests.Unwanted.ToLookup(u => u.Professional);
        People = [.. grouping.Professionals.Where(p => promisesOf[p].Any(promise => promise.HalfDays > 0))];
        var daysPerWeek = Setting(TimetableSettings.DaysPerWeek);
        WorkedDays = [.. Days.In(period).Where(d => Days.RankOf(d.DayOfWeek) <= daysPerWeek)];
        CycleDays = [.. from week in Enumerable.Range(0, cycle.Weeks) from rank in Enumerable.Range(1, daysPerWeek) select (week, (DayOfWeek)(rank % 7))];
        dates = WorkedDays.SelectMany(d => new[] { new CalendarSlot(d, HalfDay.Morning), new CalendarSlot(d, HalfDay.Afternoon) })
            .GroupBy(cycle.SlotOf).ToDictionary(g => g.Key, g => g.ToArray());
    }

    public Grouping Grouping { get; }

    public Period Period { get; }

    public Cycle Cycle { get; }

    /// <summary>One for each professional and site at most.</summary>
    public IReadOnlyList<Promise> Promises { get; }

    public DistanceMatrix Distances { get; }

    public TimetableRequests Requests { get; }

    /// <summary>The timetable that people live by, to be changed as little as possible; null at the start.</summary>
    public Timetable? InForce { get; init; }

    /// <summary>Half-days before this day stay as they are in <see cref="InForce"/>; null where all can still be settled.</summary>
    public DateOnly? SettledBefore { get; init; }

    /// <summary>Those who owe something, in the order of the grouping.</summary>
    public IReadOnlyList<Professional> People { get; }

    /// <summary>Days of the period on which people work, holidays included, in order.</summary>
    public IReadOnlyList<DateOnly> WorkedDays { get; }

    /// <summary>Days of the cycle, in order.</summary>
    public IReadOnlyList<(int Week, DayOfWeek Day)> CycleDays { get; }

    /// <summary>What follows from an allocation, carried-over half-days apart.</summary>
    public static TimetableProblem Of(AllocationProblem problem, AllocationPlan plan, Cycle cycle, TimetableRequests requests) => new(
        problem.Grouping,
        problem.Period,
        cycle,
        [.. plan.Assignments.GroupBy(a => (a.Professional, a.Site)).Select(g => new Promise(g.Key.Professional, g.Key.Site, g.Sum(a => a.HalfDays)))],
        problem.Distances,
        requests);

    public T Setting<T>(SettingDefinition<T> definition) => Grouping.Agreement.ValueOf(definition, Period.Start);

    public IEnumerable<Promise> PromisesOf(Professional professional) => promisesOf[professional];

    /// <summary>The half-days of the calendar that a half-day of the cycle stands for, those on which nobody can work included.</summary>
    public IReadOnlyList<CalendarSlot> DatesOf(CycleSlot slot) => dates.GetValueOrDefault(slot) ?? [];

    /// <summary>What stands in the way of a professional on a site, before anyone is put anywhere.</summary>
    public Obstacle ObstacleTo(Professional professional, Site site, CalendarSlot slot) => availability.Of(professional, site, slot);

    /// <summary>Why a professional does not work on a half-day, wherever it were.</summary>
    public Obstacle ObstacleTo(Professional professional, CalendarSlot slot) => availability.Of(professional, slot);

    /// <summary>How often in the period a professional can be on a site on a half-day of the cycle.</summary>
    public int Occurrences(Professional professional, Site site, CycleSlot slot) =>
        DatesOf(slot).Count(date => ObstacleTo(professional, site, date) == Obstacle.None);

    public bool IsUnwanted(Professional professional, CycleSlot slot) =>
        unwantedOf[professional].Any(u => u.When.Covers(slot.Day, slot.Half));

    /// <summary>Why a professional may not spend the two halves of a day so; null where it is allowed.</summary>
    public Obstacle? RefusalOf(Professional professional, Site? morning, Site? afternoon) =>
        workingDays.RefusalOf(professional, morning, afternoon);

    /// <summary>When a professional works on a day spent so, in UTC, the trip between two sites included.</summary>
    public IEnumerable<WorkedInterval> WorkOn(Professional professional, DateOnly day, Site? morning, Site? afternoon) =>
        workingDays.WorkOn(professional, day, morning, afternoon);

    /// <summary>Minutes on the road between two sites.</summary>
    public int MinutesBetween(Site from, Site to) => workingDays.MinutesBetween(from, to);

    /// <summary>Road metres of a day: from the base to the sites in turn, and back.</summary>
    public long MetresOf(Professional professional, Site? morning, Site? afternoon)
    {
        var (first, last) = (morning ?? afternoon, afternoon ?? morning);
        return first is null || last is null
            ? 0
            : Distances.Between(professional.Base, first).Metres + Distances.Between(first, last).Metres + Distances.Between(last, professional.Base).Metres;
    }

    /// <summary>Most half-days in a week of the cycle: the contract's, rounded up.</summary>
    public static int WeekLimitOf(Professional professional) => (int)decimal.Ceiling(10 * professional.FullTimeEquivalent);

    /// <summary>Most half-days in a week of the calendar, catching up included.</summary>
    public int CalendarWeekLimitOf(Professional professional) => WeekLimitOf(professional) + Setting(TimetableSettings.CatchUpPerWeek);

    /// <summary>The same problem for some of the people; what couples them with others goes.</summary>
    public TimetableProblem Restrict(IReadOnlySet<Professional> people) => new(
        Grouping with { Professionals = [.. Grouping.Professionals.Where(people.Contains)] },
        Period,
        Cycle,
        [.. Promises.Where(p => people.Contains(p.Professional))],
        Distances,
        Requests)
    {
        InForce = InForce,
        SettledBefore = SettledBefore,
    };
}
