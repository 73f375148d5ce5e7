using System.Globalization;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Timetables;

/// <summary>
/// The calendar of a timetable as a roster, to be held against other rules or planned anew elsewhere: a task for each
/// half-day on which a site receives a profession, done by those who owe the site something.
/// </summary>
/// <remarks>
/// A roster has no limit by site: half-days owed to each site, people who meet or must not, and rooms shared by several
/// professions are not in it.
/// </remarks>
/// <param name="Problem">Who can do what.</param>
/// <param name="Roster">Who does; what no site receives is a task that the problem does not have.</param>
public sealed record TimetableRoster(RosterProblem Problem, Roster Roster)
{
    /// <summary>Label of the tasks of a half-day.</summary>
    public static string LabelOf(HalfDay half) => half == HalfDay.Morning ? "morning" : "afternoon";

    public static TimetableRoster Of(string name, TimetableProblem problem, Timetable timetable)
    {
        var people = problem.People.ToDictionary(p => p, p => PersonOf(problem, p));
        var worked = problem.WorkedDays.ToHashSet();
        var tasks = new List<RosterTask>();
        var assignments = new List<RosterAssignment>();
        foreach (var cells in timetable.CalendarCells
            .GroupBy(c => (c.Slot, c.Site, c.Professional.Profession, Minutes: HalfDayOf(problem, c.Professional, c.Slot)))
            .OrderBy(g => g.Key.Slot).ThenBy(g => g.Key.Site.Id, StringComparer.Ordinal).ThenBy(g => g.Key.Profession.Id, StringComparer.Ordinal))
        {
            var task = TaskOf(problem, cells.Key.Slot, cells.Key.Site, [.. cells.Select(c => c.Professional)]);
            if (worked.Contains(cells.Key.Slot.Day) && !cells.Any(c => IsRefused(problem, c)))
            {
                tasks.Add(task);
            }

            assignments.AddRange(cells.Select(c => new RosterAssignment(people.GetValueOrDefault(c.Professional) ?? PersonOf(problem, c.Professional), task)));
        }

        return new TimetableRoster(
            new RosterProblem
            {
                Name = name,
                Period = problem.Period,
                People = [.. people.Values],
                Tasks = tasks,
                Travel = TravelOf(problem),
                Requests = [.. problem.People.SelectMany(p => RequestsOf(problem, p, people[p]))],
            },
            new Roster(assignments));
    }

    /// <summary>By the site, whatever the person does.</summary>
    private static bool IsRefused(TimetableProblem problem, CalendarCell cell) =>
        problem.ObstacleTo(cell.Professional, cell.Site, cell.Slot) != Obstacle.None && problem.ObstacleTo(cell.Professional, cell.Slot) == Obstacle.None;

    private static RosterTask TaskOf(TimetableProblem problem, CalendarSlot slot, Site site, IReadOnlyList<Professional> present)
    {
        var hours = HalfDayOf(problem, present[0], slot);
        var minutes = (int)(hours.End - hours.Start).TotalMinutes;
        var rooms = problem.Requests.RoomLimits.Where(l => l.Site == site && l.Concerns(present[0])).Select(l => l.AtOnce);
        return new RosterTask
        {
            Id = string.Create(
                CultureInfo.InvariantCulture, $"{site.Id}/{slot.Day:yyyy-MM-dd}/{LabelOf(slot.Half)}/{present[0].Profession.Id}/{minutes}"),
            Label = LabelOf(slot.Half),
            Parts = [hours],
            Place = site.Id,
            Skills = [present[0].Profession.Id, SkillOf(site)],
            Required = rooms.Append(present.Count).Min(),
        };
    }

    private static RosterPart HalfDayOf(TimetableProblem problem, Professional professional, CalendarSlot slot)
    {
        // Where does not change when.
        var anywhere = professional.Base;
        var work = problem.WorkOn(
            professional, slot.Day, slot.Half == HalfDay.Morning ? anywhere : null, slot.Half == HalfDay.Afternoon ? anywhere : null).Single();
        return new RosterPart(work.Start, work.End);
    }

    /// <summary>The site owes its half-days to those who were promised to it, and to nobody else.</summary>
    private static string SkillOf(Site site) => $"site:{site.Id}";

    private static RosterPerson PersonOf(TimetableProblem problem, Professional professional)
    {
        var limits = WorkingTimeLimits.For(professional.WorkingTime, problem.Period.Start);
        var week = problem.CalendarWeekLimitOf(professional);
        return new RosterPerson
        {
            Id = professional.Id,
            Name = professional.Name,
            Contract = new RosterContract
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{limits.RuleSet}-{week}"),
                Limits = limits,
                Counts = [new CountLimit(RosterMeasure.Shifts, CountWindow.Week, null, week, null)],
            },
            Skills = [professional.Profession.Id, .. problem.PromisesOf(professional).Where(p => p.HalfDays > 0).Select(p => SkillOf(p.Site))],
            TimePercent = Math.Clamp((int)decimal.Round(100 * professional.FullTimeEquivalent), 1, 100),
            Unavailable = [.. UnavailableOf(problem, professional)],
        };
    }

    /// <summary>Half-days away in a row are one stretch; a half-day ends where the person's morning does.</summary>
    private static IEnumerable<RosterPart> UnavailableOf(TimetableProblem problem, Professional professional)
    {
        RosterPart? open = null;
        foreach (var slot in Days.In(problem.Period).SelectMany(d => new[] { new CalendarSlot(d, HalfDay.Morning), new CalendarSlot(d, HalfDay.Afternoon) }))
        {
            if (problem.ObstacleTo(professional, slot) == Obstacle.None)
            {
                continue;
            }

            var noon = HalfDayOf(problem, professional, slot with { Half = HalfDay.Morning }).End;
            var away = slot.Half == HalfDay.Morning
                ? new RosterPart(ParisTime.StartOf(slot.Day), noon)
                : new RosterPart(noon, ParisTime.StartOf(slot.Day.AddDays(1)));
            if (open is { } before && before.End == away.Start)
            {
                open = before with { End = away.End };
                continue;
            }

            if (open is { } done)
            {
                yield return done;
            }

            open = away;
        }

        if (open is { } last)
        {
            yield return last;
        }
    }

    private static Dictionary<(string From, string To), int> TravelOf(TimetableProblem problem)
    {
        var travel = new Dictionary<(string, string), int>();
        var (midday, meal) = (problem.Setting(TimetableSettings.MiddayBreak), problem.Setting(TimetableSettings.Meal));
        foreach (var person in problem.People)
        {
            List<Site> sites = [.. problem.PromisesOf(person).Where(p => p.HalfDays > 0).Select(p => p.Site)];
            foreach (var (from, to) in from a in sites from b in sites where a != b select (a, b))
            {
                var minutes = problem.MinutesBetween(from, to);
                // A roster knows no meal: where none is left the trip is told so long that it does not fit either.
                travel[(from.Id, to.Id)] = minutes + meal > midday ? minutes + meal : minutes;
            }
        }

        return travel;
    }

    private static IEnumerable<RosterRequest> RequestsOf(TimetableProblem problem, Professional professional, RosterPerson person) =>
        from unwanted in problem.Requests.Unwanted
        where unwanted.Professional == professional
        from day in problem.WorkedDays
        where day.DayOfWeek == unwanted.When.Day
        select new RosterRequest(person, day, day, unwanted.When.Half is { } half ? LabelOf(half) : null, false, 1);
}
