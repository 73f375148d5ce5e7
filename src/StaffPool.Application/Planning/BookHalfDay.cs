using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Planning;

/// <summary>Takes one half-day of a professional for a site. Of two who want it at once, one has it and the other is told who.</summary>
[Permits(Role.Administrator, Role.Coordinator)]
public sealed class BookHalfDay(Work work) : IUseCase<HalfDayOfProfessional, HalfDayBooked>
{
    public Task<HalfDayBooked> RunAsync(Guid groupingId, HalfDayOfProfessional request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<HalfDayBooked> WriteAsync(WorkScope scope, HalfDayOfProfessional request, CancellationToken stop)
    {
        WorkScope.Found(await scope.Db.Professionals.SingleOrDefaultAsync(p => p.Id == request.ProfessionalId, stop), "not-found.professional");
        WorkScope.Found(await scope.Db.Sites.SingleOrDefaultAsync(s => s.Id == request.SiteId, stop), "not-found.site");
        // Not looked up first: only the key of the table can tell who was faster.
        var booking = new BookingRow
        {
            ProfessionalId = request.ProfessionalId, Day = request.Day, Part = request.Part, SiteId = request.SiteId, BookedBy = scope.Caller.Name,
        };
        scope.Db.Bookings.Add(booking);
        scope.Subject = booking.Id;
        scope.WhenTaken = db => TakenAsync(db, request, stop);
        return new HalfDayBooked(booking.Id);
    }

    private static async Task<Text> TakenAsync(StaffPoolContext db, HalfDayOfProfessional request, CancellationToken stop)
    {
        var holder = await db.Bookings.AsNoTracking()
            .Where(b => b.ProfessionalId == request.ProfessionalId && b.Day == request.Day && b.Part == request.Part)
            .Select(b => new { Professional = b.Professional!.Name, b.BookedBy, Site = b.Site!.Name })
            .SingleOrDefaultAsync(stop);
        return holder is null
            ? UseCaseTexts.Of("taken")
            : BookingTexts.Of("booking.taken", holder.Professional, request.Day, BookingTexts.Of($"booking.{request.Part}"), holder.BookedBy, holder.Site);
    }
}

/// <param name="ProfessionalId">Whose.</param>
/// <param name="Day">Which day.</param>
/// <param name="Part">Which half of it.</param>
/// <param name="SiteId">For which site.</param>
public sealed record HalfDayOfProfessional(Guid ProfessionalId, DateOnly Day, DayPart Part, Guid SiteId);

/// <param name="BookingId">With which it is given back.</param>
public sealed record HalfDayBooked(Guid BookingId);
