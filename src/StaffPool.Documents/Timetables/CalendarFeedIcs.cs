using System.Globalization;
using System.Text;
using StaffPool.Application.Timetables;

namespace StaffPool.Documents.Timetables;

/// <summary>
/// Half-days as an iCalendar object (RFC 5545). Times are in UTC, so that no time zone need be described: a calendar program
/// shows them in its own. An event keeps its identifier when the half-day moves to another site.
/// </summary>
public static class CalendarFeedIcs
{
    // Of a content line, without its end (RFC 5545, 3.1).
    private const int MostOctets = 75;

    /// <param name="feed">What to show.</param>
    /// <param name="culture">Language of the words.</param>
    public static string Of(CalendarFeed feed, CultureInfo culture)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//StaffPool//StaffPool//FR");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        Line(text, $"X-WR-CALNAME:{Escaped(feed.Grouping)}");
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT4H");
        foreach (var half in feed.HalfDays)
        {
            Line(text, "BEGIN:VEVENT");
            Line(text, $"UID:{half.Id:D}@staffpool");
            Line(text, $"DTSTAMP:{Instant(feed.Now)}");
            Line(text, $"DTSTART:{Instant(half.Start)}");
            Line(text, $"DTEND:{Instant(half.End)}");
            Line(text, FormattableString.Invariant($"SEQUENCE:{half.Version - 1}"));
            Line(text, $"SUMMARY:{Escaped(half.Training is { } title ? TimetableFileTexts.Of("ics.training", title).In(culture) : half.SiteName)}");
            Line(text, $"LOCATION:{Escaped(half.Commune is null ? half.SiteName : $"{half.SiteName}, {half.Commune}")}");
            var note = half.IsShortNotice ? TimetableFileTexts.Of("ics.short-notice").In(culture) : null;
            Line(text, $"DESCRIPTION:{Escaped(string.Join('\n', new[] { half.MemberName, note }.OfType<string>()))}");
            Line(text, "TRANSP:OPAQUE");
            Line(text, "END:VEVENT");
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static string Instant(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escaped(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Cut into lines of at most 75 octets, never inside a character; a continuation begins with a space.</summary>
    private static void Line(StringBuilder text, string content)
    {
        var octets = 0;
        foreach (var rune in content.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
