using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Access;

/// <summary>Says whether everyone in the grouping must sign in with a second factor.</summary>
[Permits(Role.Administrator)]
public sealed class RequireSecondFactor(Work work) : IUseCase<SecondFactorPolicy, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, SecondFactorPolicy request, CancellationToken stop) => work.WriteAsync(
        this,
        groupingId,
        async scope =>
        {
            var grouping = await scope.Db.Groupings.SingleAsync(stop);
            scope.Subject = grouping.Id;
            grouping.RequiresSecondFactor = request.IsRequired;
            return Nothing.More;
        },
        stop);
}

/// <param name="IsRequired">Whether it is required from now on.</param>
public sealed record SecondFactorPolicy(bool IsRequired);
