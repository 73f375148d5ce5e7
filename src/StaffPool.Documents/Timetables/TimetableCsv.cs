using System.Globalization;
using StaffPool.Application.Timetables;
using StaffPool.Documents.Planning;
using StaffPool.Domain.Timetables;

namespace StaffPool.Documents.Timetables;

/// <summary>The calendar as a table for a spreadsheet: one line per half-day.</summary>
public static class TimetableCsv
{
    private static readonly string[] Columns = ["day", "half", "professional-id", "professional", "profession", "site-id", "site", "in-cycle"];

    public static string FileName(CultureInfo culture) => Words("csv.file", culture) + ".csv";

    public static void Write(Stream stream, PlannedTimetable planned, CultureInfo culture)
    {
        using var csv = SpreadsheetCsv.Open(stream, culture);
        foreach (var column in Columns)
        {
            csv.WriteField(Words($"csv.{column}", culture));
        }

        csv.EndRecord();
        var timetable = planned.Result.Timetable;
        foreach (var cell in timetable.CalendarCells.OrderBy(c => c.Slot).ThenBy(c => c.Professional.Id, StringComparer.Ordinal))
        {
            csv.WriteField(cell.Slot.Day.ToString("d", culture));
            csv.WriteField(TimetableTexts.Of(cell.Slot.Half).In(culture));
            csv.WriteField(cell.Professional.Id);
            csv.WriteField(cell.Professional.Name);
            csv.WriteField(cell.Professional.Profession.Name);
            csv.WriteField(cell.Site.Id);
            csv.WriteField(cell.Site.Name);
            csv.WriteField(Words(timetable.IsInCycle(cell) ? "csv.yes" : "csv.no", culture));
            csv.EndRecord();
        }
    }

    private static string Words(string key, CultureInfo culture) => TimetableFileTexts.Of(key).In(culture);
}
