using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Replacements;
using StaffPool.Data.Timetables;
using StaffPool.Domain.Calendar;

namespace StaffPool.Application.Timetables;

/// <summary>What the timetable published for the period just before still owes: promised, less what was delivered to the end.</summary>
internal static class CarriedOverHalfDays
{
    /// <param name="scope">The grouping.</param>
    /// <param name="start">First day of the period that takes it over.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<IReadOnlyList<(Guid ProfessionalId, Guid SiteId, int HalfDays)>> OfAsync(WorkScope scope, DateOnly start, CancellationToken stop)
    {
        var end = start.AddDays(-1);
        var before = await scope.Db.Timetables.AsNoTracking().Include(t => t.People)
            .SingleOrDefaultAsync(t => t.PeriodEnd == end && t.Status == TimetableStatus.Published, stop);
        if (before is null)
        {
            return [];
        }

        var absences = (await scope.Db.Absences.AsNoTracking()
            .Where(a => a.FirstDay <= before.PeriodEnd && a.LastDay >= before.PeriodStart).ToListAsync(stop)).ToLookup(a => a.ProfessionalId);
        return [.. from person in before.People
                   let delivered = person.Days().Where(c => !absences[person.ProfessionalId].Any(a => Covers(a, c.Slot))).CountBy(c => c.SiteId).ToDictionary()
                   from owed in person.Owed()
                   let left = owed.Allocated + owed.CarriedOver - delivered.GetValueOrDefault(owed.SiteId)
                   where left != 0
                   select (person.ProfessionalId, owed.SiteId, left)];
    }

    private static bool Covers(AbsenceRow absence, CalendarSlot slot)
    {
        var part = StoredCells.PartOf(slot.Half);
        return (slot.Day > absence.FirstDay || (slot.Day == absence.FirstDay && part >= absence.FirstPart))
            && (slot.Day < absence.LastDay || (slot.Day == absence.LastDay && part <= absence.LastPart));
    }
}
