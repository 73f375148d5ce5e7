using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Replacements;

/// <summary>Takes back days that one gave.</summary>
[Permits(Role.Professional)]
[Limits("oneself", Role.Professional)]
public sealed class RemoveAvailability(Work work) : IUseCase<Removal, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, Removal request, CancellationToken stop) => work.WriteAsync(
        this,
        groupingId,
        async scope =>
        {
            var self = scope.Caller.Professionals;
            var row = WorkScope.Found(
                await scope.Db.Availabilities.SingleOrDefaultAsync(a => a.Id == request.Id && self.Contains(a.ProfessionalId), stop), "not-found.availability");
            scope.Db.Availabilities.Remove(scope.Expect(row, request.Version));
            return Nothing.More;
        },
        stop);
}
