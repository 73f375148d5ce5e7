using System.Globalization;
using StaffPool.Application.Scenarios;
using StaffPool.Application.Timetables;
using StaffPool.Documents.Planning;

namespace StaffPool.Documents.Timetables;

/// <summary>A timetable as files: JSON, a table for a spreadsheet, a page to read and to print.</summary>
public static class TimetableFolder
{
    /// <returns>Full paths of the files written.</returns>
    /// <exception cref="PlanNotWrittenException">The folder cannot be made or written, or the disk is full.</exception>
    public static IReadOnlyList<string> Write(string folder, Scenario scenario, PlannedTimetable planned, CultureInfo culture) => PlanFolder.Write(
        folder,
        [
            ("timetable.json", stream => TimetableJson.Write(stream, planned, culture)),
            (TimetableCsv.FileName(culture), stream => TimetableCsv.Write(stream, planned, culture)),
            ("timetable.html", stream => TimetablePage.Write(stream, scenario, planned, culture)),
        ]);
}
