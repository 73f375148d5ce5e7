using StaffPool.Domain.Calendar;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Timetables;
using StaffPool.Domain.Workforce;

namespace StaffPool.Solver.Tests.Timetables;

/// <summary>Random timetable problems, small enough to try everything, or small enough to solve in a moment.</summary>
internal static class TinyTimetables
{
    private static readonly LegalReference Test = new("Test");

    private static readonly Member Member = new() { Id = "m", Name = "Membre", Kind = MemberKind.PublicEstablishment, IsEmployer = true };

    private static readonly Profession Profession = new() { Id = "f", Name = "Profession" };

    private static readonly Commune Nesle = new("80585", "Nesle", ["80190"], new GeoPoint(49.7588, 2.9165));

    /// <summary>Two people, two days a week, two or three weeks around Easter Monday 2026: at most 3^4 cycles and 3^8 calendars each.</summary>
    public static TimetableProblem Tiny(int seed)
    {
        var random = new Random(seed);
        return Make(random, people: 2, sites: 2, daysPerWeek: 2, new Cycle(1), new Period(new DateOnly(2026, 3, 30), new DateOnly(2026, 4, random.Next(2) == 0 ? 12 : 19)), most: 7);
    }

    /// <summary>Up to six people on five sites for a quarter.</summary>
    public static TimetableProblem Small(int seed)
    {
        var random = new Random(seed);
        return Make(
            random, people: random.Next(1, 7), sites: random.Next(1, 6), daysPerWeek: random.Next(3, 7), new Cycle(1 << random.Next(3)),
            new Period(new DateOnly(2026, 4, 1), new DateOnly(2026, 6, 30)), most: 50);
    }

    /// <summary>So many people whom the single rooms of a few sites tie into one group.</summary>
    public static TimetableProblem Tied(int people)
    {
        var random = new Random(people);
        var free = Make(random, people, 6, 5, new Cycle(4), new Period(new DateOnly(2026, 4, 1), new DateOnly(2026, 6, 30)), most: 12);
        return new TimetableProblem(
            free.Grouping, free.Period, free.Cycle, free.Promises, free.Distances,
            new TimetableRequests { RoomLimits = [.. free.Grouping.Sites.Select(s => new RoomLimit(s, null, 3))] });
    }

    private static TimetableProblem Make(Random random, int people, int sites, int daysPerWeek, Cycle cycle, Period period, int most)
    {
        var places = Enumerable.Range(0, sites).Select(i => Place(i, random)).ToList();
        var staff = Enumerable.Range(0, people).Select(i => Person(i, places[random.Next(sites)], random)).ToList();
        var grouping = new Grouping
        {
            Name = "Groupement",
            Agreement = new FoundingAgreement
            {
                Name = "Convention",
                Seat = places[0],
                Settings = [new DatedSetting(TimetableSettings.DaysPerWeek, new DateOnly(2020, 1, 1), daysPerWeek, Test)],
            },
            Members = [Member],
            Sites = places,
            Professions = [Profession],
            Professionals = staff,
            Needs = [],
        };
        var promises = staff.SelectMany(p => places.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).Select(s => new Promise(p, s, random.Next(1, most + 1)))).ToList();
        var problem = new TimetableProblem(grouping, period, cycle, promises, new DistanceMatrix([], 1.3m), Requests(random, staff, places, period, daysPerWeek));
        return random.Next(3) != 0 ? problem : InForce(problem, random);
    }

    private static TimetableProblem InForce(TimetableProblem problem, Random random)
    {
        var cells = from promise in problem.Promises
                    from day in problem.CycleDays
                    where random.Next(4) == 0
                    select new CycleCell(promise.Professional, new CycleSlot(day.Week, day.Day, (HalfDay)random.Next(2)), promise.Site);
        return new TimetableProblem(problem.Grouping, problem.Period, problem.Cycle, problem.Promises, problem.Distances, problem.Requests)
        {
            InForce = new Timetable(problem.Period, problem.Cycle, [.. cells.DistinctBy(c => (c.Professional, c.Slot))], []),
        };
    }

    private static Site Place(int index, Random random) => new()
    {
        Id = FormattableString.Invariant($"s{index}"),
        Name = FormattableString.Invariant($"Site {index}"),
        Member = Member,
        Commune = Nesle,
        // Some within the midday break of each other, some not.
        Location = new GeoPoint(49.76 + (random.NextDouble() * 0.5), 2.92),
        Kind = SiteKind.Ehpad,
        Opening = random.Next(4) == 0 ? new OpeningCalendar(210, 5) : OpeningCalendar.AllYear,
    };

    private static Professional Person(int index, Site home, Random random) => new()
    {
        Id = FormattableString.Invariant($"p{index}"),
        Name = FormattableString.Invariant($"Agent {index} (synthétique)"),
        Profession = Profession,
        Employer = Member,
        Base = home,
        FullTimeEquivalent = random.Next(3) switch { 0 => 0.3m, 1 => 0.5m, _ => 1m },
        WorkingTime = random.Next(2) == 0 ? WorkingTimeRuleSet.PublicHospital : WorkingTimeRuleSet.Private,
    };

    private static TimetableRequests Requests(Random random, List<Professional> staff, List<Site> places, Period period, int daysPerWeek)
    {
        Professional Anyone() => staff[random.Next(staff.Count)];
        Site Anywhere() => places[random.Next(places.Count)];
        WeekHalfDay Sometime() => new((DayOfWeek)random.Next(1, daysPerWeek + 1), random.Next(3) switch { 0 => null, 1 => HalfDay.Morning, _ => HalfDay.Afternoon });
        IReadOnlyList<T> Some<T>(Func<T> make) => random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => make())];
        TimeAway Away()
        {
            var first = new CalendarSlot(period.Start.AddDays(random.Next(period.Days)), (HalfDay)random.Next(2));
            return new TimeAway(Anyone(), first, first with { Day = first.Day.AddDays(random.Next(1, 6)) }, (AwayKind)random.Next(3));
        }

        var two = staff.Count > 1;
        return new TimetableRequests
        {
            HostDays = Some(() => new HostDays(Anywhere(), null, [Sometime(), Sometime()])),
            RoomLimits = Some(() => new RoomLimit(Anywhere(), null, 1)),
            ForbiddenPairs = two ? Some(() => new ForbiddenPair(staff[0], staff[1])) : [],
            JointPresences = two ? Some(() => new JointPresence(Anywhere(), [.. staff.OrderBy(_ => random.Next()).Take(2)], random.Next(1, 3))) : [],
            RegularDaysOff = Some(() => new RegularDayOff(Anyone(), Sometime())),
            TimesAway = Some(Away),
            Contracts = random.Next(6) == 0 ? [new ContractSpan(Anyone(), period.Start.AddDays(random.Next(period.Days)), null)] : [],
            Unwanted = Some(() => new UnwantedHalfDay(Anyone(), Sometime())),
        };
    }
}
