using Quartz;
using StaffPool.Application.Costs;
using StaffPool.Data.Runs;
using StaffPool.Domain.Calendar;
using QuartzHolidays = Quartz.Impl.Calendar.HolidayCalendar;

namespace StaffPool.Jobs.Clock;

/// <summary>
/// When the service does what nobody asks for. Hours are those of Paris; none lies between 02:00 and 03:00, which one night
/// a year does not have and another has twice.
/// </summary>
public static class ClockTable
{
    /// <summary>Name, in Quartz, of the calendar without public holidays.</summary>
    public const string WorkingDays = "french-holidays";

    private const CronTriggerMisfireInstruction CatchUp = CronTriggerMisfireInstruction.FireAndProceed;
    private const CronTriggerMisfireInstruction LetGo = CronTriggerMisfireInstruction.DoNothing;

    // So far ahead are holidays known to a clock that nobody restarts.
    private const int YearsAhead = 5;

    public static TimeZoneInfo Paris { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Second, minute, hour, day of the month, month, day of the week: as Quartz reads them.</summary>
    public static IReadOnlyList<Stroke> All { get; } =
    [
        // Dates that were promised hold on holidays too; what was missed is made up for, because members wait for it.
        new(RunKind.CampaignOpening, "0 5 0 * * ?", OnWorkingDays: false, CatchUp),
        new(RunKind.CampaignClosing, "0 10 0 * * ?", OnWorkingDays: false, CatchUp),
        new(RunKind.ProvisionalRights, "0 30 0 * * ?", OnWorkingDays: false, CatchUp),
        new(RunKind.FinalRights, "0 40 0 * * ?", OnWorkingDays: false, CatchUp),
        new(RunKind.MonthlyCosts, FormattableString.Invariant($"0 30 5 {CostsExecution.MonthDay} * ?"), OnWorkingDays: false, CatchUp),
        new(RunKind.YearlyTrueUp, FormattableString.Invariant($"0 0 6 {CostsExecution.YearDay} 1 ?"), OnWorkingDays: false, CatchUp),
        // Letters reach people at work; one that was missed is still worth having.
        new(RunKind.CampaignReminder, "0 0 8 ? * MON-FRI", OnWorkingDays: true, CatchUp),
        new(RunKind.ExpiryNotices, "0 15 8 ? * MON-FRI", OnWorkingDays: true, CatchUp),
        new(RunKind.RosterNotice, "0 30 8 ? * MON-FRI", OnWorkingDays: true, CatchUp),
        // The next night does as well.
        new(RunKind.PlanCheck, "0 0 4 * * ?", OnWorkingDays: false, LetGo),
        new(RunKind.RetentionPurge, "0 30 3 ? * SUN", OnWorkingDays: false, LetGo),
    ];

    /// <summary>The next strokes, in order, whoever's clock strikes them.</summary>
    public static IReadOnlyList<(Stroke Stroke, DateTime At)> NextAfter(DateTimeOffset now)
    {
        var working = HolidaysFrom(now.Year);
        return [.. All.Select(s => (s, s.NextAfter(now, working).UtcDateTime)).OrderBy(n => n.Item2)];
    }

    /// <summary>Excludes the public holidays of France.</summary>
    internal static QuartzHolidays HolidaysFrom(int year)
    {
        var calendar = new QuartzHolidays { TimeZone = Paris };
        foreach (var holiday in Enumerable.Range(year, YearsAhead).SelectMany(y => FrenchHolidays.Of(y, HolidayCalendar.France)))
        {
            calendar.AddExcludedDay(holiday.Day);
        }

        return calendar;
    }
}

/// <param name="Kind">What is asked for.</param>
/// <param name="Cron">When, in Paris.</param>
/// <param name="OnWorkingDays">Whether it leaves public holidays out.</param>
/// <param name="Misfire">What becomes of one that no clock struck: made up for at once, or let go.</param>
public sealed record Stroke(RunKind Kind, string Cron, bool OnWorkingDays, CronTriggerMisfireInstruction Misfire)
{
    internal ITrigger Trigger(TimeProvider clock)
    {
        var trigger = TriggerBuilder.Create(clock)
            .WithIdentity(Kind.ToString())
            .ForJob(ClockJob.KeyOf(Kind))
            .WithSchedule(CronScheduleBuilder.Create(Cron).InTimeZone(ClockTable.Paris).WithMisfireInstruction(Misfire));
        return (OnWorkingDays ? trigger.WithCalendarName(ClockTable.WorkingDays) : trigger).Build();
    }

    internal DateTimeOffset NextAfter(DateTimeOffset now, ICalendar working)
    {
        var expression = new CronExpression(Cron, ClockTable.Paris);
        var next = expression.GetNextValidTimeAfter(now)!.Value;
        while (OnWorkingDays && !working.IsTimeIncluded(next))
        {
            next = expression.GetNextValidTimeAfter(next)!.Value;
        }

        return next;
    }
}
