using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Application.Workforce;
using StaffPool.Data.Access;

namespace StaffPool.Application.Replacements;

/// <summary>Says how far somebody has come (observes, seconds, replaces alone), and when their contract starts and ends.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.MemberRepresentative)]
[Limits("own-people", Role.MemberRepresentative)]
public sealed class RevisePoolStanding(Work work) : IUseCase<PoolStandingOf, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, PoolStandingOf request, CancellationToken stop) => work.WriteAsync(
        this,
        groupingId,
        async scope =>
        {
            var professional = WorkScope.Found(
                await scope.Db.Professionals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.ProfessionalId, stop), "not-found.professional");
            PeopleAccess.CheckPool(scope.Caller, professional);
            RefusedException.IfAny(request.Standing.Assess());
            request.Standing.WriteTo(await PoolProfiles.TakeAsync(scope, professional.Id, request.Version, stop));
            return Nothing.More;
        },
        stop);
}

/// <param name="ProfessionalId">Of whom.</param>
/// <param name="Version">As read; 0 where nothing was said.</param>
/// <param name="Standing">What is said.</param>
public sealed record PoolStandingOf(Guid ProfessionalId, int Version, PoolStanding Standing);
