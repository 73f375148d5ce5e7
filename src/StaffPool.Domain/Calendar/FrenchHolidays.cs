using System.Collections.Concurrent;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Calendar;

/// <summary>Which public holidays a place keeps.</summary>
public enum HolidayCalendar
{
    /// <summary>The eleven of Code du travail L.3133-1.</summary>
    France,

    /// <summary>And 26 December, in Moselle, Bas-Rhin and Haut-Rhin (Code du travail L.3134-13).</summary>
    AlsaceMoselle,

    /// <summary>And Good Friday, there, in communes with a Protestant or a mixed church.</summary>
    AlsaceMoselleGoodFriday,
}

/// <summary>Public holidays of mainland France, exact for every year of the Gregorian calendar in which they are law.</summary>
public static class FrenchHolidays
{
    private static readonly ConcurrentDictionary<(int, HolidayCalendar), IReadOnlyList<PublicHoliday>> Known = new();

    public static LegalReference Reference { get; } = new("Code du travail L.3133-1 et L.3134-13", Confidence.Source);

    /// <summary>The holidays of a year, in order of days. Two may fall on one day: 1 or 8 May on Ascension.</summary>
    /// <param name="year">From 1947, when 1 May became one of them.</param>
    /// <param name="calendar">Which holidays.</param>
    public static IReadOnlyList<PublicHoliday> Of(int year, HolidayCalendar calendar) =>
        Known.GetOrAdd((year, calendar), key => Compute(key.Item1, key.Item2));

    public static bool IsHoliday(DateOnly day, HolidayCalendar calendar) => Of(day.Year, calendar).Any(h => h.Day == day);

    /// <summary>Easter Sunday, by the algorithm of Meeus, Jones and Butcher.</summary>
    public static DateOnly Easter(int year)
    {
        var (century, inCentury) = Math.DivRem(year, 100);
        var golden = year % 19;
        var moonShift = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - moonShift + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * late) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }

    private static IReadOnlyList<PublicHoliday> Compute(int year, HolidayCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1947);
        var easter = Easter(year);
        var all = new List<PublicHoliday>
        {
            new(new DateOnly(year, 1, 1), Holiday.NewYear),
            new(easter.AddDays(1), Holiday.EasterMonday),
            new(new DateOnly(year, 5, 1), Holiday.LabourDay),
            new(new DateOnly(year, 5, 8), Holiday.VictoryDay),
            new(easter.AddDays(39), Holiday.Ascension),
            new(easter.AddDays(50), Holiday.WhitMonday),
            new(new DateOnly(year, 7, 14), Holiday.NationalDay),
            new(new DateOnly(year, 8, 15), Holiday.Assumption),
            new(new DateOnly(year, 11, 1), Holiday.AllSaints),
            new(new DateOnly(year, 11, 11), Holiday.Armistice),
            new(new DateOnly(year, 12, 25), Holiday.Christmas),
        };
        if (calendar != HolidayCalendar.France)
        {
            all.Add(new PublicHoliday(new DateOnly(year, 12, 26), Holiday.SecondDayOfChristmas));
        }

        if (calendar == HolidayCalendar.AlsaceMoselleGoodFriday)
        {
            all.Add(new PublicHoliday(easter.AddDays(-2), Holiday.GoodFriday));
        }

        return [.. all.OrderBy(h => h.Day)];
    }
}

/// <summary>One holiday of one year.</summary>
public sealed record PublicHoliday(DateOnly Day, Holiday Holiday);

public enum Holiday
{
    NewYear,
    GoodFriday,
    EasterMonday,
    LabourDay,
    VictoryDay,
    Ascension,
    WhitMonday,
    NationalDay,
    Assumption,
    AllSaints,
    Armistice,
    Christmas,
    SecondDayOfChristmas,
}
