using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Planning;

namespace StaffPool.Application.Planning;

/// <summary>The plan in figures; who goes where is in the files of the plan itself.</summary>
internal static class PlannedReport
{
    public static ReportSection Of(PlannedAllocation planned)
    {
        var (problem, plan) = (planned.Problem, planned.Result.Plan);
        var columns = ReportTexts.Columns("asked", "served", "unmet", "percent");
        return new ReportSection(
            "plan",
            ReportTexts.Of("plan.title"),
            [
                new ReportTable(
                    "totals", ReportTexts.Of("plan.totals"), ReportTexts.Of("header.grouping"), columns,
                    [Row("total", NeedsServedByGroup.Whole(problem, plan))]),
                new ReportTable(
                    "by-member", ReportTexts.Of("plan.by-member"), ReportTexts.Of("header.member"), columns,
                    [.. NeedsServedByGroup.ByMember(problem, plan).Select(m => Row(m.Id, m))]),
                new ReportTable(
                    "objectives", ReportTexts.Of("plan.objectives"), ReportTexts.Of("header.objective"), ReportTexts.Columns("value", "bound"),
                    [
                        .. planned.Result.Measures.Select(l => new ReportRow(
                            l.Objective.Id, ObjectiveTexts.NameOf(l.Objective), [Amount(l.Value, l.Objective.Unit), Amount(l.Bound, l.Objective.Unit)])),
                    ]),
            ],
            planned.Violations);
    }

    // Whole numbers of the engine, in the unit that the name of the aim tells.
    private static ReportFigure Amount(long value, ObjectiveUnit unit) => new(unit switch
    {
        ObjectiveUnit.Metres => value / 1000m,
        ObjectiveUnit.BasisPoints => value / 100m,
        _ => value,
    });

    private static ReportRow Row(string id, NeedsServedByGroup line) => new(
        id,
        line.Name,
        [
            new ReportFigure((long)line.Asked),
            new ReportFigure((long)line.Served),
            new ReportFigure((long)line.Unmet),
            new ReportFigure(decimal.Floor(line.Share * 1000) / 10),
        ]);
}
