namespace StaffPool.Domain.Calendar;

/// <summary>The clock of the groupings. Instants are kept in UTC and shown in Paris.</summary>
public static class ParisTime
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <param name="utc">A moment in UTC.</param>
    public static DateTime Of(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Paris);

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Of(utc));

    /// <summary>The moment, in UTC, when a day starts in Paris.</summary>
    public static DateTime StartOf(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>
    /// The moment, in UTC, when the clocks of Paris show a time. On the last Sunday of March 2:30 does not exist: it is
    /// taken as 3:30, as a clock that nobody set would have it. On the last Sunday of October it exists twice: the first
    /// is taken.
    /// </summary>
    public static DateTime At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        if (Paris.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        var offset = Paris.IsAmbiguousTime(local) ? Paris.GetAmbiguousTimeOffsets(local).Max() : Paris.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }
}
