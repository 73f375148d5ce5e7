using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Members;

/// <summary>What a grouping is, and how large.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Coordinator, Role.Professional, Role.Payroll, Role.Auditor, Role.Funder)]
public sealed class ReadGrouping(Work work) : IUseCase<Nothing, GroupingView>
{
    public Task<GroupingView> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, stop), stop);

    private static Task<GroupingView> ReadAsync(WorkScope scope, CancellationToken stop)
    {
        var db = scope.Db;
        return db.Groupings
            .Select(g => new GroupingView(
                g.Id, g.Version, g.Code, g.Name, g.Title, g.IsSynthetic, g.RequiresSecondFactor,
                db.Members.Count(), db.Sites.Count(), db.Professions.Count(), db.Professionals.Count()))
            .SingleAsync(stop);
    }
}

/// <summary>A grouping and how many members, sites, professions and professionals it has.</summary>
public sealed record GroupingView(
    Guid Id,
    int Version,
    string Code,
    string Name,
    string Title,
    bool IsSynthetic,
    bool RequiresSecondFactor,
    int Members,
    int Sites,
    int Professions,
    int Professionals);
