using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Planning;

/// <summary>Gives a half-day back, as it was last seen.</summary>
[Permits(Role.Administrator, Role.Coordinator)]
public sealed class FreeHalfDay(Work work) : IUseCase<BookedHalfDay, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, BookedHalfDay request, CancellationToken stop) =>
        work.WriteAsync(
            this,
            groupingId,
            async scope =>
            {
                var booking = WorkScope.Found(await scope.Db.Bookings.SingleOrDefaultAsync(b => b.Id == request.BookingId, stop), "not-found.booking");
                scope.Db.Bookings.Remove(scope.Expect(booking, request.Version));
                return Nothing.More;
            },
            stop);
}

/// <param name="BookingId">The booking.</param>
/// <param name="Version">As read.</param>
public sealed record BookedHalfDay(Guid BookingId, int Version);
