using StaffPool.Domain.Calendar;
using StaffPool.Domain.Members;
using StaffPool.Domain.Timetables;
using StaffPool.Domain.Workforce;

namespace StaffPool.Solver.Tests.Timetables;

/// <summary>Tries every cycle of all people together, and every calendar of one person, by the words of the domain alone.</summary>
internal static class TimetableOracle
{
    /// <summary>The best lexicographic values: joint presences missing, shortfall, worst and total unwanted, changes, metres.</summary>
    public static IReadOnlyList<long> BestCycle(TimetableProblem problem)
    {
        var each = problem.People.Select(p => CyclesOf(problem, p).ToList()).ToList();
        IReadOnlyList<long>? best = null;
        foreach (var cells in Product(each).Where(c => KeepsRooms(problem, c)))
        {
            var aims = AimsOf(problem, cells);
            best = best is null || Compare(aims, best) < 0 ? aims : best;
        }

        return best!;
    }

    public static IReadOnlyList<long> AimsOf(TimetableProblem problem, IReadOnlyList<CycleCell> cells)
    {
        var timetable = new Timetable(problem.Period, problem.Cycle, cells, []);
        return
        [
            TimetableObjectives.JointPresences.Measure(problem, timetable),
            problem.Promises.Sum(p => (long)Math.Max(0, p.HalfDays - cells
                .Where(c => c.Professional == p.Professional && c.Site == p.Site)
                .Sum(c => problem.Occurrences(p.Professional, p.Site, c.Slot)))),
            TimetableObjectives.UnwantedWorst.Measure(problem, timetable),
            TimetableObjectives.Unwanted.Measure(problem, timetable),
            TimetableObjectives.Changes.Measure(problem, timetable),
            TimetableObjectives.Travel.Measure(problem, timetable),
        ];
    }

    /// <summary>Most half-days of one professional that any calendar delivers, the others left out.</summary>
    public static int MostDelivered(TimetableProblem problem, Professional person)
    {
        var promises = problem.PromisesOf(person).Where(p => p.HalfDays > 0).ToList();
        var days = problem.WorkedDays;
        return Best(0, [.. promises.Select(p => p.HalfDays)], [], days[0]);

        int Best(int day, int[] left, int[] week, DateOnly monday)
        {
            if (day == days.Count)
            {
                return 0;
            }

            var inWeek = day == 0 || Days.MondayOf(days[day]) != Days.MondayOf(days[day - 1]) ? 0 : week[0];
            var best = 0;
            foreach (var (morning, afternoon) in Pairs(promises.Count))
            {
                var after = (int[])left.Clone();
                if (!Take(after, morning, days[day], HalfDay.Morning) || !Take(after, afternoon, days[day], HalfDay.Afternoon)
                    || problem.RefusalOf(person, SiteOf(morning), SiteOf(afternoon)) is not null)
                {
                    continue;
                }

                var worked = (morning >= 0 ? 1 : 0) + (afternoon >= 0 ? 1 : 0);
                if (inWeek + worked <= problem.CalendarWeekLimitOf(person))
                {
                    best = Math.Max(best, worked + Best(day + 1, after, [inWeek + worked], monday));
                }
            }

            return best;
        }

        bool Take(int[] left, int promise, DateOnly day, HalfDay half) => promise < 0
            || (left[promise]-- > 0 && problem.ObstacleTo(person, promises[promise].Site, new CalendarSlot(day, half)) == Obstacle.None);

        Site? SiteOf(int promise) => promise < 0 ? null : promises[promise].Site;
    }

    private static IEnumerable<(int, int)> Pairs(int promises) =>
        from morning in Enumerable.Range(-1, promises + 1) from afternoon in Enumerable.Range(-1, promises + 1) select (morning, afternoon);

    private static IEnumerable<IReadOnlyList<CycleCell>> CyclesOf(TimetableProblem problem, Professional person)
    {
        var sites = problem.PromisesOf(person).Where(p => p.HalfDays > 0).Select(p => p.Site).ToList();
        IEnumerable<IReadOnlyList<CycleCell>> all = [[]];
        foreach (var day in problem.CycleDays)
        {
            var ways = Pairs(sites.Count).Select(p => (Morning: At(p.Item1), Afternoon: At(p.Item2)))
                .Where(p => problem.RefusalOf(person, p.Morning, p.Afternoon) is null && Serves(p.Morning, day, HalfDay.Morning) && Serves(p.Afternoon, day, HalfDay.Afternoon))
                .Select(p => Cells(day, p.Morning, p.Afternoon))
                .ToList();
            all = all.SelectMany(a => ways, (a, way) => (IReadOnlyList<CycleCell>)[.. a, .. way]).ToList();
        }

        return all.Where(a => a.GroupBy(c => c.Slot.Week).All(w => w.Count() <= TimetableProblem.WeekLimitOf(person)));

        Site? At(int index) => index < 0 ? null : sites[index];

        bool Serves(Site? site, (int Week, DayOfWeek Day) day, HalfDay half) =>
            site is null || problem.Occurrences(person, site, new CycleSlot(day.Week, day.Day, half)) > 0;

        IEnumerable<CycleCell> Cells((int Week, DayOfWeek Day) day, Site? morning, Site? afternoon) =>
            [.. morning is null ? [] : new[] { new CycleCell(person, new CycleSlot(day.Week, day.Day, HalfDay.Morning), morning) },
             .. afternoon is null ? [] : new[] { new CycleCell(person, new CycleSlot(day.Week, day.Day, HalfDay.Afternoon), afternoon) }];
    }

    private static IEnumerable<IReadOnlyList<CycleCell>> Product(IReadOnlyList<List<IReadOnlyList<CycleCell>>> each)
    {
        IEnumerable<IReadOnlyList<CycleCell>> all = [[]];
        return each.Aggregate(all, (some, next) => some.SelectMany(_ => next, (a, b) => (IReadOnlyList<CycleCell>)[.. a, .. b]));
    }

    private static bool KeepsRooms(TimetableProblem problem, IReadOnlyList<CycleCell> cells) =>
        cells.GroupBy(c => (c.Slot, c.Site)).Where(g => g.Count() > 1).All(g =>
            problem.Requests.RoomLimits.All(r => r.Site != g.Key.Site || g.Count(c => r.Concerns(c.Professional)) <= r.AtOnce)
            && problem.Requests.ForbiddenPairs.All(f => !(g.Any(c => c.Professional == f.First) && g.Any(c => c.Professional == f.Second))));

    private static int Compare(IReadOnlyList<long> left, IReadOnlyList<long> right) =>
        left.Zip(right).Select(p => p.First.CompareTo(p.Second)).FirstOrDefault(c => c != 0);
}
