using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Replacements;

/// <summary>The mission orders of a year, the latest first, with what was reported and what it cost.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.MemberRepresentative, Role.Payroll, Role.Professional, Role.Auditor)]
[Limits("own-missions", Role.MemberRepresentative, Role.Payroll)]
[Limits("oneself", Role.Professional)]
public sealed class ListMissions(Work work) : IUseCase<MissionsOfYear, IReadOnlyList<MissionView>>
{
    public Task<IReadOnlyList<MissionView>> RunAsync(Guid groupingId, MissionsOfYear request, CancellationToken stop) => work.ReadAsync(
        this,
        groupingId,
        scope =>
        {
            var (first, last) = (new DateOnly(Math.Clamp(request.Year, 1, 9999), 1, 1), new DateOnly(Math.Clamp(request.Year, 1, 9999), 12, 31));
            return MissionView.ReadAsync(MissionView.SeenBy(scope).Where(m => m.FirstDay >= first && m.FirstDay <= last), stop);
        },
        stop);
}

/// <param name="Year">Calendar year of the first day.</param>
public sealed record MissionsOfYear(int Year);
