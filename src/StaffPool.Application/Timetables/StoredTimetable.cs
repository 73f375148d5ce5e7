using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Planning;
using StaffPool.Data.Replacements;
using StaffPool.Data.Timetables;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Members;
using StaffPool.Domain.Timetables;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Timetables;

/// <summary>A timetable of the database as the domain sees it, with the problem that it answers: absences recorded since included.</summary>
/// <param name="Row">The timetable with its people.</param>
/// <param name="Loaded">The grouping, with the campaign and the plan.</param>
/// <param name="Problem">What it answers, as things stand.</param>
/// <param name="Timetable">The half-days.</param>
internal sealed record StoredTimetable(TimetableRow Row, LoadedGrouping Loaded, TimetableProblem Problem, Timetable Timetable)
{
    /// <exception cref="RefusedException">There is no such timetable.</exception>
    public static async Task<StoredTimetable> LoadAsync(GroupingLoader loader, WorkScope scope, Guid timetableId, CancellationToken stop)
    {
        var row = WorkScope.Found(
            await scope.Db.Timetables.Include(t => t.People).SingleOrDefaultAsync(t => t.Id == timetableId, stop), "not-found.timetable");
        var plan = await StoredPlan.LoadAsync(loader, scope, row.PlanId, stop);
        var owed = row.People.SelectMany(p => p.Owed().Where(o => o.CarriedOver != 0).Select(o => (p.ProfessionalId, o.SiteId, o.CarriedOver))).ToList();
        var problem = (await RequestsAsync(scope, plan, owed, stop)).ToProblem(plan.Answered.Problem, plan.Answered.Plan, row.CycleWeeks);
        return new StoredTimetable(row, plan.Loaded, problem, TimetableOf(row, plan.Loaded, problem));
    }

    /// <summary>What the grouping asks, with the absences recorded and what the period before still owes.</summary>
    public static async Task<TimetableScenario> RequestsAsync(
        WorkScope scope, StoredPlan plan, IReadOnlyList<(Guid ProfessionalId, Guid SiteId, int HalfDays)> owed, CancellationToken stop)
    {
        var said = plan.Loaded.Scenario.Timetable ?? TimetableScenario.Usual;
        var period = plan.Answered.Problem.Period;
        var (people, sites) = (PeopleOf(plan.Loaded), SitesOf(plan.Loaded));
        var absences = await scope.Db.Absences.AsNoTracking()
            .Where(a => a.FirstDay <= period.End && a.LastDay >= period.Start).ToListAsync(stop);
        var training = await scope.Db.Bookings.AsNoTracking()
            .Where(b => b.Training != null && b.Part != DayPart.Night && b.Day >= period.Start && b.Day <= period.End)
            .Select(b => new { b.ProfessionalId, b.Day, b.Part }).ToListAsync(stop);
        var carried = owed
            .Where(o => people.ContainsKey(o.ProfessionalId) && sites.ContainsKey(o.SiteId))
            .Select(o => new CarriedOver(people[o.ProfessionalId], sites[o.SiteId], o.HalfDays))
            .ToList();
        return said with
        {
            Requests = said.Requests with
            {
                TimesAway =
                [
                    .. said.Requests.TimesAway,
                    .. absences.Where(a => people.ContainsKey(a.ProfessionalId)).Select(a => AwayOf(a, people[a.ProfessionalId])),
                    .. training.Where(t => people.ContainsKey(t.ProfessionalId)).Select(t => TrainingOf(people[t.ProfessionalId], t.Day, t.Part)),
                ],
            },
            CarriedOver = [.. said.CarriedOver, .. carried.ExceptBy(said.CarriedOver.Select(c => (c.Professional, c.Site)), c => (c.Professional, c.Site))],
        };
    }

    public static Dictionary<Guid, Professional> PeopleOf(LoadedGrouping loaded)
    {
        var known = loaded.Scenario.Grouping.Professionals.ToDictionary(p => p.Id, StringComparer.Ordinal);
        return loaded.Rows.Professionals.ToDictionary(p => p.Id, p => known[p.Code]);
    }

    public static Dictionary<Guid, Site> SitesOf(LoadedGrouping loaded)
    {
        var known = loaded.Scenario.Grouping.Sites.ToDictionary(s => s.Id, StringComparer.Ordinal);
        return loaded.Rows.Sites.ToDictionary(s => s.Id, s => known[s.Code]);
    }

    /// <summary>People and sites that are gone since leave no half-day.</summary>
    public static Timetable TimetableOf(TimetableRow row, LoadedGrouping loaded, TimetableProblem problem)
    {
        var (people, sites) = (PeopleOf(loaded), SitesOf(loaded));
        var present = row.People.Where(p => people.ContainsKey(p.ProfessionalId)).ToList();
        return new Timetable(
            problem.Period,
            new Cycle(row.CycleWeeks),
            [.. from person in present
                from cell in person.CycleCells()
                where sites.ContainsKey(cell.SiteId)
                select new CycleCell(people[person.ProfessionalId], new CycleSlot(cell.Week, cell.Day, cell.Half), sites[cell.SiteId])],
            [.. from person in present
                from cell in person.Days()
                where sites.ContainsKey(cell.SiteId)
                select new CalendarCell(people[person.ProfessionalId], cell.Slot, sites[cell.SiteId])]);
    }

    private static TimeAway TrainingOf(Professional professional, DateOnly day, DayPart part)
    {
        var slot = new CalendarSlot(day, StoredCells.HalfOf(part));
        return new TimeAway(professional, slot, slot, AwayKind.Training);
    }

    // A night takes neither half of its own day, and the one before it takes nothing of the next.
    private static TimeAway AwayOf(AbsenceRow absence, Professional professional) => new(
        professional,
        absence.FirstPart == DayPart.Night
            ? new CalendarSlot(absence.FirstDay.AddDays(1), HalfDay.Morning)
            : new CalendarSlot(absence.FirstDay, StoredCells.HalfOf(absence.FirstPart)),
        new CalendarSlot(absence.LastDay, StoredCells.HalfOf(absence.LastPart)),
        AwayKind.Absence);
}
