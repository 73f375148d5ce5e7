using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Application.Workforce;
using StaffPool.Data.Access;

namespace StaffPool.Application.Replacements;

/// <summary>Gives one half-day of training back to whoever was to be taught.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.MemberRepresentative)]
[Limits("own-people", Role.MemberRepresentative)]
public sealed class CancelTraining(Work work) : IUseCase<Removal, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, Removal request, CancellationToken stop) => work.WriteAsync(
        this,
        groupingId,
        async scope =>
        {
            var booking = WorkScope.Found(
                await scope.Db.Bookings.Include(b => b.Professional).SingleOrDefaultAsync(b => b.Id == request.Id && b.Training != null, stop), "not-found.booking");
            PeopleAccess.CheckPool(scope.Caller, booking.Professional!);
            scope.Db.Bookings.Remove(scope.Expect(booking, request.Version));
            return Nothing.More;
        },
        stop);
}
