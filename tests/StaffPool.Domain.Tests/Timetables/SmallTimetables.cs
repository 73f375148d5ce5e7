using StaffPool.Domain.Calendar;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Timetables;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Tests.Timetables;

/// <summary>Two professionals and three sites, of which one is far: a timetable of two weeks of October 2026 without holidays.</summary>
internal static class SmallTimetables
{
    public static readonly Period Weeks = new(new DateOnly(2026, 10, 5), new DateOnly(2026, 10, 18));

    public static readonly Site Near = Samples.Site("near");
    public static readonly Site Beside = Samples.Site("beside", new GeoPoint(49.80, 2.95));
    public static readonly Site Far = Samples.Site("far", new GeoPoint(50.60, 3.60));

    public static readonly Professional First = Person("p1", 1);
    public static readonly Professional Second = Person("p2", 0.5m);

    public static Professional Person(string id, decimal fte) => Samples.Professional(fte) with { Id = id, Name = id, Base = Near };

    public static TimetableProblem Problem(TimetableRequests? requests = null, Period? period = null, int cycle = 1, params Promise[] promises) => new(
        new Grouping
        {
            Name = "Groupement",
            Agreement = new FoundingAgreement { Name = "Convention", Seat = Near },
            Members = [Samples.Member],
            Sites = [Near, Beside, Far],
            Professions = [Samples.Profession],
            Professionals = [First, Second],
            Needs = [],
        },
        period ?? Weeks,
        new Cycle(cycle),
        promises.Length > 0 ? promises : [new Promise(First, Near, 8), new Promise(First, Beside, 4), new Promise(First, Far, 2), new Promise(Second, Near, 4)],
        new DistanceMatrix([], 1.3m),
        requests ?? TimetableRequests.None);

    /// <summary>Monday 5 October 2026 is day 0.</summary>
    public static CalendarSlot At(int day, HalfDay half = HalfDay.Morning) => new(Weeks.Start.AddDays(day), half);

    public static CalendarCell Cell(Professional professional, int day, HalfDay half, Site site) => new(professional, At(day, half), site);

    public static Timetable Of(TimetableProblem problem, params CalendarCell[] cells) => new(problem.Period, problem.Cycle, [], cells);

    /// <summary>Codes of what blocks.</summary>
    public static IReadOnlyList<string> Blocking(TimetableProblem problem, params CalendarCell[] cells) =>
        [.. TimetableChecker.Check(problem, Of(problem, cells)).Where(v => v.Severity == Domain.Rules.Severity.Blocking).Select(v => v.Code).Distinct()];
}
