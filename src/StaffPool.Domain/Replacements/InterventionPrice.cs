using StaffPool.Domain.Calculations;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Costs.Staff;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Replacements;

/// <summary>
/// What an intervention costs its borrower: hours at the price of the agreement, surcharges of nights, Sundays and holidays,
/// kilometres. Three amounts that add up, each with its steps (Guide ANAP 2011, GECAC-Tremplin: hours and surcharges).
/// </summary>
/// <param name="Work">Hours at the hourly price.</param>
/// <param name="Surcharge">What is added to some of them.</param>
/// <param name="Travel">Kilometres repaid.</param>
public sealed record InterventionPrice(Traced<Money> Work, Traced<Money> Surcharge, Traced<Money> Travel)
{
    private static readonly TimeOnly NightFrom = new(21, 0);
    private static readonly TimeOnly NightUntil = new(6, 0);

    public Money Total => Work.Value + Surcharge.Value + Travel.Value;

    /// <param name="terms">Prices.</param>
    /// <param name="duties">What was or will be worked.</param>
    /// <param name="hours">Hours worked; null for those of the duties. Surcharges follow in proportion.</param>
    /// <param name="holidays">Public holidays that the site keeps.</param>
    /// <param name="kilometresBefore">Kilometres repaid since 1 January.</param>
    /// <param name="kilometres">Kilometres of the intervention.</param>
    public static InterventionPrice Of(
        ReplacementTerms terms, IReadOnlyList<Duty> duties, decimal? hours, HolidayCalendar holidays, decimal kilometresBefore, decimal kilometres)
    {
        var planned = duties.Sum(terms.Hours.HoursOf);
        var worked = hours ?? planned;
        var work = Money.Rounded(worked * terms.HourlyPrice * 100);
        Text[] step = [ReplacementTexts.Of("price.step.work", worked, terms.HourlyPrice, work)];
        var ratio = planned == 0 ? 0 : worked / planned;
        var special = SpecialHoursOf(terms.Hours, duties, holidays).Select(h => h with { Hours = h.Hours * ratio }).ToList();
        return new InterventionPrice(
            new Traced<Money>(work, step),
            terms.Surcharges.For(terms.HourlyPrice, special),
            terms.Mileage.Repay(VehicleClass.CarUpTo5Cv, kilometresBefore, kilometres));
    }

    /// <summary>Hours of night (21:00 to 6:00), and of Sundays and public holidays: a Sunday that is a holiday counts once.</summary>
    public static IReadOnlyList<SpecialHours> SpecialHoursOf(DutyHours hours, IReadOnlyList<Duty> duties, HolidayCalendar holidays)
    {
        var (night, sunday, holiday) = (0m, 0m, 0m);
        foreach (var duty in duties)
        {
            var (start, minutes) = hours.Of(duty.Part);
            var from = duty.Day.ToDateTime(start);
            var to = from.AddMinutes(minutes);
            for (var day = duty.Day; day.ToDateTime(TimeOnly.MinValue) < to; day = day.AddDays(1))
            {
                var midnight = day.ToDateTime(TimeOnly.MinValue);
                var onDay = Overlap(from, to, midnight, midnight.AddDays(1));
                night += Overlap(from, to, midnight, day.ToDateTime(NightUntil)) + Overlap(from, to, day.ToDateTime(NightFrom), midnight.AddDays(1));
                var isHoliday = FrenchHolidays.IsHoliday(day, holidays);
                holiday += isHoliday ? onDay : 0;
                sunday += !isHoliday && day.DayOfWeek == DayOfWeek.Sunday ? onDay : 0;
            }
        }

        return [.. new SpecialHours[] { new(HourKind.Night, night), new(HourKind.Sunday, sunday), new(HourKind.PublicHoliday, holiday) }.Where(h => h.Hours > 0)];
    }

    private static decimal Overlap(DateTime from, DateTime to, DateTime start, DateTime end)
    {
        var ticks = Math.Min(to.Ticks, end.Ticks) - Math.Max(from.Ticks, start.Ticks);
        return Math.Max(0, ticks) / (decimal)TimeSpan.TicksPerHour;
    }
}
