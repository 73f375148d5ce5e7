using StaffPool.Domain.Calendar;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Timetables;

namespace StaffPool.Application.Timetables;

/// <summary>
/// Requests as groupings make them, in synthetic numbers: leave, part-time days off, training, hosts that receive on some
/// days, rooms for one, team meetings, Friday afternoons that nobody wants. The same plan and seed give the same.
/// </summary>
internal static class RequestGenerator
{
    private static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public static TimetableRequests Make(AllocationProblem allocation, AllocationPlan plan, int seed)
    {
        var random = new Random(seed);
        var period = allocation.Period;
        var away = new List<TimeAway>();
        var off = new List<RegularDayOff>();
        var unwanted = new List<UnwantedHalfDay>();
        foreach (var person in allocation.Grouping.Professionals)
        {
            // A week in winter, a week in spring: half of the yearly leave, the rest falls in the other half-year.
            foreach (var start in (int[])[random.Next(20, 70), random.Next(90, 150)])
            {
                var monday = Days.MondayOf(period.Start.AddDays(start));
                away.Add(new TimeAway(person, new(monday, HalfDay.Morning), new(monday.AddDays(4), HalfDay.Afternoon), AwayKind.Leave));
            }

            if (random.Next(5) == 0)
            {
                var day = Days.MondayOf(period.Start.AddDays(random.Next(14, 160))).AddDays(random.Next(4));
                away.Add(new TimeAway(person, new(day, HalfDay.Morning), new(day.AddDays(1), HalfDay.Afternoon), AwayKind.Training));
            }

            if (person.FullTimeEquivalent <= 0.8m)
            {
                off.Add(new RegularDayOff(person, new WeekHalfDay(Week[random.Next(5)])));
            }

            if (random.Next(3) == 0)
            {
                unwanted.Add(new UnwantedHalfDay(person, new WeekHalfDay(DayOfWeek.Friday, HalfDay.Afternoon)));
            }
        }

        var visits = plan.Assignments.Where(a => a.HalfDays >= 26).GroupBy(a => a.Site).OrderBy(g => g.Key.Id, StringComparer.Ordinal).ToList();
        return new TimetableRequests
        {
            TimesAway = away,
            RegularDaysOff = off,
            Unwanted = unwanted,
            HostDays = [.. visits.Where(_ => random.Next(6) == 0).Select(g => new HostDays(
                g.Key, g.First().Professional.Profession, [.. Week.Where(d => (int)d != 1 + random.Next(5)).Select(d => new WeekHalfDay(d))]))],
            RoomLimits = [.. visits.Where(_ => random.Next(4) == 0).Select(g => new RoomLimit(g.Key, g.First().Professional.Profession, 1))],
            JointPresences = [.. visits
                .Where(g => g.Select(a => a.Professional).Distinct().Count() > 1 && random.Next(8) == 0)
                .Select(g => new JointPresence(g.Key, [.. g.Select(a => a.Professional).Distinct().Take(2)], 1))],
        };
    }
}
