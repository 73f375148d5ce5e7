using System.Globalization;
using System.Text;
using StaffPool.Application.Timetables;
using StaffPool.Data.Planning;
using StaffPool.Documents.Timetables;

namespace StaffPool.Documents.Tests.Timetables;

public sealed class CalendarFeedIcsTests
{
    private static readonly DateTime Now = new(2026, 10, 20, 8, 0, 0, DateTimeKind.Utc);

    private static readonly OwnHalfDay HalfDay = new(
        Guid.Parse("0193a3a0-0000-7000-8000-000000000001"), 3, new DateOnly(2026, 10, 26), DayPart.Morning,
        new DateTime(2026, 10, 26, 7, 30, 0, DateTimeKind.Utc), new DateTime(2026, 10, 26, 11, 0, 0, DateTimeKind.Utc),
        Guid.Empty, "Résidence de l’Été; aile A, rez-de-chaussée", "Association \\ essai", "Nesle", IsShortNotice: true, Training: null);

    [Fact]
    public void A_half_day_is_one_event_in_UTC_that_keeps_its_identifier()
    {
        var lines = Unfolded(Written());
        lines.ShouldContain("UID:0193a3a0-0000-7000-8000-000000000001@staffpool");
        lines.ShouldContain("DTSTART:20261026T073000Z");
        lines.ShouldContain("DTEND:20261026T110000Z");
        lines.ShouldContain("SEQUENCE:2");
        lines.ShouldContain("SUMMARY:Résidence de l’Été\\; aile A\\, rez-de-chaussée");
        lines.Single(l => l.StartsWith("DESCRIPTION:", StringComparison.Ordinal)).ShouldStartWith("DESCRIPTION:Association \\\\ essai\\n");
        lines[0].ShouldBe("BEGIN:VCALENDAR");
        lines[^1].ShouldBe("END:VCALENDAR");
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_and_all_end_with_CR_LF()
    {
        var text = Written(new string('é', 200));
        text.ShouldEndWith("\r\n");
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        text.Split("\r\n").ShouldAllBe(l => Encoding.UTF8.GetByteCount(l) <= 75);
        Unfolded(text).ShouldContain($"SUMMARY:{new string('é', 200)}");
    }

    [Fact]
    public void A_half_day_of_training_says_what_is_learnt() => Unfolded(CalendarFeedIcs.Of(
        new CalendarFeed("GCSMS d’essai", [HalfDay with { Training = "Premiers secours" }], Now), CultureInfo.GetCultureInfo("fr-FR")))
        .ShouldContain(l => l.StartsWith("SUMMARY:Formation", StringComparison.Ordinal) && l.EndsWith("Premiers secours", StringComparison.Ordinal));

    private static string Written(string? site = null) => CalendarFeedIcs.Of(
        new CalendarFeed("GCSMS d’essai", [HalfDay with { SiteName = site ?? HalfDay.SiteName }], Now), CultureInfo.GetCultureInfo("fr-FR"));

    private static string[] Unfolded(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
