using StaffPool.Domain.Calendar;

namespace StaffPool.Domain.Timetables;

/// <summary>One half-day of the repeating cycle.</summary>
/// <param name="Week">From 0.</param>
/// <param name="Day">Of the week.</param>
/// <param name="Half">Of the day.</param>
public readonly record struct CycleSlot(int Week, DayOfWeek Day, HalfDay Half);

/// <summary>
/// Weeks that repeat: 1, 2 or 4 of them. They are counted from one fixed Monday, not from the number of the week in its
/// year: a year of 53 weeks does not put two "odd" weeks side by side, and a half-year goes on where the last one ended.
/// </summary>
public sealed record Cycle
{
    // A Monday; any would do.
    private static readonly DateOnly Origin = new(2024, 1, 1);

    public Cycle(int weeks)
    {
        if (weeks is not (1 or 2 or 4))
        {
            throw new ArgumentOutOfRangeException(nameof(weeks), weeks, "A cycle has 1, 2 or 4 weeks.");
        }

        Weeks = weeks;
    }

    public int Weeks { get; }

    /// <summary>Which week of the cycle a day belongs to, from 0.</summary>
    public int WeekOf(DateOnly day)
    {
        var weeks = (Days.MondayOf(day).DayNumber - Origin.DayNumber) / 7;
        return ((weeks % Weeks) + Weeks) % Weeks;
    }

    public CycleSlot SlotOf(CalendarSlot slot) => new(WeekOf(slot.Day), slot.Day.DayOfWeek, slot.Half);
}
