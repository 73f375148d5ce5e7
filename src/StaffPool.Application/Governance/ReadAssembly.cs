using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Scenarios;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Governance;

namespace StaffPool.Application.Governance;

/// <summary>One assembly: notice, attendance, quorum, each motion with every condition, the figure reached and the figure needed.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Auditor)]
public sealed class ReadAssembly(Work work, IScenarioFormat format) : IUseCase<Guid, AssemblyView>
{
    public Task<AssemblyView> RunAsync(Guid groupingId, Guid request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, async scope =>
        {
            var id = request;
            var day = WorkScope.Found(await scope.Db.Assemblies.SingleOrDefaultAsync(a => a.Id == id, stop), "not-found.assembly").ConvenedOn;
            var rows = await StoredSitting.RowsOnAsync(scope, day, stop);
            var row = rows.Assemblies.Single(a => a.Id == id);
            var scenario = format.Read(rows);
            return new AssemblyView(
                row,
                [.. rows.Members.Select(m => new MemberName(m.Id, m.Code, m.Name))],
                RightsOverTime.Of(scenario) is { } rights ? AssemblyReport.Of(scenario, rights, StoredSitting.DeclaredIn(scenario, row)) : null);
        }, stop);
}

/// <param name="Row">As it was recorded, with agenda, motions, ballots and attendance.</param>
/// <param name="Members">All members of the grouping, by whom rows and ballots name them.</param>
/// <param name="Report">Its results with their steps; null where the agreement does not say who votes.</param>
public sealed record AssemblyView(AssemblyRow Row, IReadOnlyList<MemberName> Members, ReportSection? Report);

public sealed record MemberName(Guid Id, string Code, string Name);
