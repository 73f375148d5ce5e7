using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;

namespace StaffPool.Application.Replacements;

/// <summary>Half-days of training that are still to come, in order.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.Auditor, Role.MemberRepresentative)]
[Limits("own-people", Role.MemberRepresentative)]
public sealed class ListTraining(Work work) : IUseCase<Nothing, IReadOnlyList<TrainingView>>
{
    public Task<IReadOnlyList<TrainingView>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, stop), stop);

    private static async Task<IReadOnlyList<TrainingView>> ReadAsync(WorkScope scope, CancellationToken stop)
    {
        var (seesAll, own) = (scope.Caller.Is(Role.Administrator, Role.Coordinator, Role.Auditor), scope.Caller.MembersAs(Role.MemberRepresentative));
        var rows = await scope.Db.Bookings.AsNoTracking()
            .Where(b => b.Training != null && b.Day >= scope.Today && (seesAll || own.Contains(b.Professional!.EmployerId)))
            .Select(b => new TrainingView(b.Id, b.Version, b.ProfessionalId, b.Professional!.Name, b.Day, b.Part, b.Training!, b.Site!.Name))
            .ToListAsync(stop);
        return [.. rows.OrderBy(r => r.Day).ThenBy(r => r.Part).ThenBy(r => r.ProfessionalName, StringComparer.CurrentCulture)];
    }
}

/// <param name="Id">Of the half-day.</param>
/// <param name="Version">To send back where it is cancelled.</param>
/// <param name="ProfessionalId">Who learns.</param>
/// <param name="ProfessionalName">As shown.</param>
/// <param name="Day">When.</param>
/// <param name="Part">Which part of it.</param>
/// <param name="Title">What.</param>
/// <param name="SiteName">Where.</param>
public sealed record TrainingView(
    Guid Id, int Version, Guid ProfessionalId, string ProfessionalName, DateOnly Day, DayPart Part, string Title, string SiteName);
