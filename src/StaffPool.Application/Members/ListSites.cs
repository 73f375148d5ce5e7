using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Members;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Members;

/// <summary>The sites of all members, by name.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Coordinator, Role.Professional, Role.Payroll, Role.Auditor)]
public sealed class ListSites(Work work) : IUseCase<Nothing, IReadOnlyList<SiteView>>
{
    public Task<IReadOnlyList<SiteView>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, stop), stop);

    private static async Task<IReadOnlyList<SiteView>> ReadAsync(WorkScope scope, CancellationToken stop)
    {
        var sites = await scope.Db.Sites
            .OrderBy(s => s.Name)
            .Select(s => new SiteView(
                s.Id, s.Version, s.Code, s.Name, s.MemberId, s.Member!.Name, s.InseeCode, "", s.Latitude, s.Longitude, s.Kind, s.Places,
                s.OpeningDaysPerYear, s.OpeningDaysPerWeek, s.AcceptedStatuses))
            .ToListAsync(stop);
        return [.. sites.Select(s => s with { CommuneName = CommuneDirectory.France.ByInseeCode(s.InseeCode)?.Name ?? s.InseeCode })];
    }
}

/// <summary>A site; its coordinates are null where it stands at the centre of its commune.</summary>
public sealed record SiteView(
    Guid Id,
    int Version,
    string Code,
    string Name,
    Guid MemberId,
    string MemberName,
    string InseeCode,
    string CommuneName,
    double? Latitude,
    double? Longitude,
    SiteKind Kind,
    int? Places,
    int OpeningDaysPerYear,
    int OpeningDaysPerWeek,
    IReadOnlyList<EmploymentStatus> AcceptedStatuses);
