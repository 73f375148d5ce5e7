using System.Globalization;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Documents.Planning;

namespace StaffPool.Documents.Scenarios.Reports;

/// <summary>
/// The files of a report, all or nothing: <c>report.json</c>, <c>report.csv</c>, <c>report.html</c>, and those of the
/// plan where the scenario plans.
/// </summary>
public static class ReportFolder
{
    /// <param name="folder">Made where it is missing.</param>
    /// <param name="report">What a scenario gives.</param>
    /// <param name="culture">Language of the files.</param>
    /// <param name="day">Day when they are made.</param>
    /// <returns>Full paths of what was written.</returns>
    /// <exception cref="PlanNotWrittenException">The folder cannot be made or written, or the disk is full.</exception>
    public static IReadOnlyList<string> Write(string folder, ScenarioReport report, CultureInfo culture, DateOnly day) => PlanFolder.Write(
        folder,
        [
            (ReportPage.FileName, stream => ReportPage.Write(stream, report, culture, day, hasPlanBeside: report.Planned is not null)),
            ("report.json", stream => ReportJson.Write(stream, report, culture)),
            ("report.csv", stream => ReportCsv.Write(stream, report, culture)),
            .. report.Planned is { } planned ? PlanFolder.FilesOf(planned, culture) : [],
        ]);
}
