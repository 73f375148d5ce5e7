using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Replacements;

/// <summary>One mission order, to be printed: parties, legal ground, times, travel, price, and the report once it is back.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.MemberRepresentative, Role.Payroll, Role.Professional, Role.Auditor)]
[Limits("own-missions", Role.MemberRepresentative, Role.Payroll)]
[Limits("oneself", Role.Professional)]
public sealed class ReadMission(Work work) : IUseCase<MissionAsked, MissionView>
{
    public Task<MissionView> RunAsync(Guid groupingId, MissionAsked request, CancellationToken stop) => work.ReadAsync(
        this,
        groupingId,
        async scope => WorkScope.Found(
            (await MissionView.ReadAsync(MissionView.SeenBy(scope).Where(m => m.Id == request.MissionId), stop)).SingleOrDefault(), "not-found.mission"),
        stop);
}

/// <param name="MissionId">Which.</param>
public sealed record MissionAsked(Guid MissionId);
