using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Planning;
using StaffPool.Data.Timetables;
using StaffPool.Domain.Calendar;

namespace StaffPool.Application.Timetables;

/// <summary>Lets published timetables follow a swap: who is where changes in them too, and each change is kept.</summary>
internal static class TimetableSwap
{
    /// <param name="scope">In a transaction that has its turn.</param>
    /// <param name="first">As it is before the swap.</param>
    /// <param name="second">The same.</param>
    /// <param name="isShortNotice">Whether it comes later than the notice asks.</param>
    /// <param name="justification">Why, or null.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task FollowAsync(
        WorkScope scope, BookingRow first, BookingRow second, bool isShortNotice, string? justification, CancellationToken stop)
    {
        var moves = first.Day == second.Day && first.Part == second.Part
            ? new[] { new Move(first, first.ProfessionalId, first.SiteId, second.SiteId), new Move(second, second.ProfessionalId, second.SiteId, first.SiteId) }
            :
            [
                new Move(first, first.ProfessionalId, first.SiteId, null), new Move(first, second.ProfessionalId, null, first.SiteId),
                new Move(second, second.ProfessionalId, second.SiteId, null), new Move(second, first.ProfessionalId, null, second.SiteId),
            ];
        foreach (var of in moves.Where(m => m.Of.TimetableId is not null).GroupBy(m => m.Of.TimetableId!.Value))
        {
            var timetable = await scope.Db.Timetables.Include(t => t.People).SingleAsync(t => t.Id == of.Key, stop);
            foreach (var move in of)
            {
                Write(timetable, move);
                scope.Db.TimetableChanges.Add(new TimetableChangeRow
                {
                    TimetableId = of.Key, ProfessionalId = move.ProfessionalId, Day = move.Of.Day, Part = move.Of.Part, FromSiteId = move.From, ToSiteId = move.To,
                    IsShortNotice = isShortNotice, Justification = justification, ChangedBy = scope.Caller.Name, ChangedAt = scope.Now,
                });
            }

            timetable.ContentHash = StoredCells.HashOf(timetable.People);
        }
    }

    private static void Write(TimetableRow timetable, Move move)
    {
        // Whoever had no half-day in it before has no line of their own: the bookings say the rest.
        if (move.Of.Part == DayPart.Night || timetable.People.SingleOrDefault(p => p.ProfessionalId == move.ProfessionalId) is not { } person)
        {
            return;
        }

        var slot = new CalendarSlot(move.Of.Day, StoredCells.HalfOf(move.Of.Part));
        var cells = person.Days().Where(c => c.Slot != slot);
        person.Calendar = StoredCells.Written((move.To is { } site ? cells.Append(new StoredCell(slot.Day, slot.Half, site, InCycle: false)) : cells).OrderBy(c => c.Slot));
    }

    private sealed record Move(BookingRow Of, Guid ProfessionalId, Guid? From, Guid? To);
}
