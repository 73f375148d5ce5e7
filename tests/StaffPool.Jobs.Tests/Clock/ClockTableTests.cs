using Quartz;
using StaffPool.Data.Runs;
using StaffPool.Domain.Calendar;
using StaffPool.Jobs.Clock;

namespace StaffPool.Jobs.Tests.Clock;

public sealed class ClockTableTests
{
    [Fact]
    public void Every_kind_that_the_clock_asks_for_has_one_stroke() =>
        ClockTable.All.Select(s => s.Kind).ShouldBe(Enum.GetValues<RunKind>().Except([RunKind.Plan, RunKind.Rota, RunKind.Timetable]), ignoreOrder: true);

    [Fact]
    public void Nothing_strikes_between_two_and_three_in_the_morning()
    {
        foreach (var stroke in ClockTable.All)
        {
            stroke.Cron.Split(' ')[2].ShouldNotBe("2", stroke.Kind.ToString());
        }
    }

    [Fact]
    public void Every_stroke_says_what_becomes_of_one_that_was_missed() =>
        ClockTable.All.ShouldAllBe(s => s.Misfire == CronTriggerMisfireInstruction.FireAndProceed || s.Misfire == CronTriggerMisfireInstruction.DoNothing);

    [Theory]
    [InlineData("2027-05-05", "2027-05-07")] // Ascension falls on 6 May 2027.
    [InlineData("2026-12-24", "2026-12-28")] // Christmas is a Friday.
    public void Letters_leave_public_holidays_and_week_ends_out(string lastLetter, string next)
    {
        var after = ParisTime.At(DateOnly.Parse(lastLetter, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(9, 0));

        var (_, at) = ClockTable.NextAfter(new DateTimeOffset(after)).Single(n => n.Stroke.Kind == RunKind.CampaignReminder);

        ParisTime.Of(at).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture).ShouldBe($"{next} 08:00");
    }

    [Fact]
    public void Hours_are_those_of_Paris_on_both_sides_of_a_change_of_the_clocks()
    {
        foreach (var day in new[] { new DateOnly(2027, 3, 27), new DateOnly(2027, 10, 30) })
        {
            var noon = ParisTime.At(day, new TimeOnly(12, 0));

            var (_, at) = ClockTable.NextAfter(new DateTimeOffset(noon)).Single(n => n.Stroke.Kind == RunKind.PlanCheck);

            ParisTime.Of(at).ShouldBe(day.AddDays(1).ToDateTime(new TimeOnly(4, 0)));
        }
    }
}
