using System.Globalization;
using StaffPool.Application.Scenarios.Reports;

namespace StaffPool.Documents.Scenarios.Reports;

/// <summary>The files of a report: <c>report.json</c> and <c>report.csv</c>.</summary>
public static class ReportFolder
{
    /// <returns>Full paths of what was written.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static IReadOnlyList<string> Write(string folder, ScenarioReport report, CultureInfo culture)
    {
        Directory.CreateDirectory(folder);
        return
        [
            One("report.json", stream => ReportJson.Write(stream, report, culture)),
            One("report.csv", stream => ReportCsv.Write(stream, report, culture)),
        ];

        string One(string name, Action<Stream> write)
        {
            var path = Path.GetFullPath(Path.Combine(folder, name));
            using var stream = File.Create(path);
            write(stream);
            return path;
        }
    }
}
