using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Timetables;

namespace StaffPool.Application.Timetables;

/// <summary>The timetable in figures; who is where when is in its own files.</summary>
internal static class TimetableReport
{
    public static ReportSection Of(PlannedTimetable planned) => new(
        "timetable",
        ReportTexts.Of("timetable.title"),
        [
            new ReportTable(
                "totals", ReportTexts.Of("timetable.totals"), ReportTexts.Of("header.grouping"), ReportTexts.Columns("promised", "placed", "carried-over"),
                [
                    new ReportRow("total", planned.Problem.Grouping.Name,
                        [new ReportFigure((long)planned.Promised), new ReportFigure((long)planned.Delivered), new ReportFigure((long)(planned.Promised - planned.Delivered))]),
                ]),
            new ReportTable(
                "aims", ReportTexts.Of("plan.objectives"), ReportTexts.Of("header.objective"), ReportTexts.Columns("value", "bound", "proven"),
                [
                    .. planned.Result.Levels.Select(l => new ReportRow(
                        l.Objective.Id, TimetableWords.Of($"aim.{l.Objective.Id}"), [Amount(l.Objective, l.Value), Amount(l.Objective, l.Bound), new ReportFigure(l.IsProven)])),
                ]),
        ],
        planned.Violations);

    /// <summary>In the unit that a person counts in: kilometres for metres, half-days for their hundredths.</summary>
    private static ReportFigure Amount(TimetableObjective objective, long value) => new(objective.Unit switch
    {
        TimetableUnit.Metres => (object)(value / 1000m),
        TimetableUnit.Hundredths => value / 100m,
        _ => value,
    });
}
