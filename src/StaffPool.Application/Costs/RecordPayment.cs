using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Costs;

/// <summary>Notes that a call was paid, or that it was not after all.</summary>
[Permits(Role.Administrator)]
public sealed class RecordPayment(Work work) : IUseCase<Payment, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, Payment request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, async scope =>
        {
            var call = scope.Expect(
                WorkScope.Found(await scope.Db.Calls.SingleOrDefaultAsync(c => c.Id == request.CallId, stop), "not-found.call"), request.Version);
            if (request.PaidOn < call.IssuedOn)
            {
                throw RefusedException.Of(Refusal.Invalid, AccountTexts.Of("calls.paid-before", request.PaidOn, call.IssuedOn));
            }

            call.PaidOn = request.PaidOn;
            return Nothing.More;
        }, stop);
}

/// <param name="CallId">The call.</param>
/// <param name="Version">As read.</param>
/// <param name="PaidOn">Null where it is not paid.</param>
public sealed record Payment(Guid CallId, int Version, DateOnly? PaidOn);
