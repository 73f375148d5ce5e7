using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Texts;
using StaffPool.Solver.Planning;

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
                    "objectives", ReportTexts.Of("plan.objectives"), ReportTexts.Of("header.objective"), ReportTexts.Columns("value", "bound", "unit"),
                    [
                        .. planned.Result.Measures.Select(l => new ReportRow(
                            l.Objective.Id, ObjectiveTexts.NameOf(l.Objective), [Amount(l, l.Value), Amount(l, l.Bound), new ReportFigure(ReportTexts.Of($"unit.{l.Objective.Unit}"))])),
                    ]),
            ],
            planned.Violations);
    }

    /// <summary>In the unit that a person counts in: kilometres for metres, per cent for its hundredths.</summary>
    private static ReportFigure Amount(LevelResult level, long value) => new(level.Objective.Unit switch
    {
        ObjectiveUnit.Metres => (object)(value / 1000m),
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
            new ReportFigure(Wording.PercentOf(line.Share)),
        ]);
}
