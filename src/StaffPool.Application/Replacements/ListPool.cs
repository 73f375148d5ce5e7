using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>Everybody who may replace, with how far they have come. Addresses and numbers stay theirs: only whether there is one is told.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.Auditor, Role.MemberRepresentative)]
[Limits("own-people", Role.MemberRepresentative)]
public sealed class ListPool(Work work, OfferPost post) : IUseCase<Nothing, IReadOnlyList<PoolMemberView>>
{
    public Task<IReadOnlyList<PoolMemberView>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, stop), stop);

    private async Task<IReadOnlyList<PoolMemberView>> ReadAsync(WorkScope scope, CancellationToken stop)
    {
        var (seesAll, own) = (scope.Caller.Is(Role.Administrator, Role.Coordinator, Role.Auditor), scope.Caller.MembersAs(Role.MemberRepresentative));
        var people = await scope.Db.Professionals.AsNoTracking()
            .Where(p => seesAll || own.Contains(p.EmployerId))
            .OrderBy(p => p.Profession!.Name).ThenBy(p => p.Name)
            .Select(p => new { p.Id, p.Name, Profession = p.Profession!.Name, Employer = p.Employer!.Name })
            .ToListAsync(stop);
        var profiles = await scope.Db.PoolProfiles.AsNoTracking().ToDictionaryAsync(p => p.ProfessionalId, stop);
        return
        [
            .. people.Select(p =>
            {
                var profile = profiles.GetValueOrDefault(p.Id);
                return new PoolMemberView(
                    p.Id, p.Name, p.Profession, p.Employer, profile?.Version ?? 0,
                    new PoolStanding(profile?.Stage ?? PoolStage.Autonomous, profile?.ContractFrom, profile?.ContractUntil),
                    profile is not null && post.Reaches(profile.Email, profile.Phone));
            }),
        ];
    }
}

/// <param name="ProfessionalId">Who.</param>
/// <param name="Name">As shown.</param>
/// <param name="ProfessionName">Of which profession.</param>
/// <param name="EmployerName">Who employs them.</param>
/// <param name="Version">To send back with a change; 0 while nothing was said.</param>
/// <param name="Standing">How far they have come, and their contract.</param>
/// <param name="IsReachable">Whether they chose a way to be written to.</param>
public sealed record PoolMemberView(
    Guid ProfessionalId, string Name, string ProfessionName, string EmployerName, int Version, PoolStanding Standing, bool IsReachable);
