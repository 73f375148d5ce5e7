using StaffPool.Application.Scenarios;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Costs;

/// <summary>
/// The costs of the exercise and who bears them, every figure with its steps. A member sees what is common and its own
/// lines, never another member's; a funder sees sums.
/// </summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Payroll, Role.Auditor, Role.Funder)]
[Limits("own-lines", Role.MemberRepresentative, Role.Payroll)]
[Limits("sums", Role.Funder)]
public sealed class ReadCosts(Work work, GroupingLoader loader) : IUseCase<Nothing, CostsView>
{
    // Keyed by member: a member gets its own row of them.
    private static readonly string[] OfMembers = ["due", "shares", "calls", "true-up", "result"];

    // Keyed by cost centre: the same for all.
    private static readonly string[] Common = ["centres", "variance"];

    public Task<CostsView> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, async scope =>
        {
            var loaded = await loader.LoadAsync(scope, null, null, stop);
            if (loaded.Scenario.Costs is not { } costs)
            {
                return new CostsView(null, [], null);
            }

            var centres = costs.Exercise.Centres.Select(c => new CostCentreName(c.Id, c.Name)).ToList();
            var report = CostReport.Of(costs);
            return new CostsView(
                costs.Exercise.Period,
                centres,
                scope.Caller.Is(Role.Administrator, Role.Auditor) ? report : Restricted(report, OwnCodes(scope, loaded)));
        }, stop);

    private static HashSet<string> OwnCodes(WorkScope scope, LoadedGrouping loaded)
    {
        var own = scope.Caller.MembersAs(Role.MemberRepresentative, Role.Payroll);
        return [.. loaded.Rows.Members.Where(m => own.Contains(m.Id)).Select(m => m.Code)];
    }

    // Sums of all members are common; what the rules found may name anybody and stays with who answers for it.
    private static ReportSection Restricted(ReportSection report, HashSet<string> own) => report with
    {
        Findings = [],
        Tables =
        [
            .. from table in report.Tables
               where Common.Contains(table.Id) || OfMembers.Contains(table.Id)
               let rows = Common.Contains(table.Id) ? table.Rows : [.. table.Rows.Where(r => r.Id == "total" || own.Contains(r.Id))]
               where rows.Count > 0
               select table with { Rows = rows },
        ],
    };
}

/// <param name="Period">The exercise; null where the agreement shares no cost.</param>
/// <param name="Centres">Where an expense can be recorded.</param>
/// <param name="Report">The figures with their steps.</param>
public sealed record CostsView(Domain.Calendar.Period? Period, IReadOnlyList<CostCentreName> Centres, ReportSection? Report);

public sealed record CostCentreName(string Id, string Name);
