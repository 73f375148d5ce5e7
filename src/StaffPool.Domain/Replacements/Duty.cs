namespace StaffPool.Domain.Replacements;

/// <summary>Parts of a day that one person can serve.</summary>
public enum DutyPart
{
    Morning,
    Afternoon,
    Night,
}

/// <summary>One half-day, or one night, of work: what is lost by an absence and given by a replacement.</summary>
/// <param name="Day">Calendar day; a night belongs to the day on which it starts.</param>
/// <param name="Part">Which part of it.</param>
public readonly record struct Duty(DateOnly Day, DutyPart Part) : IComparable<Duty>
{
    public static bool operator <(Duty left, Duty right) => left.CompareTo(right) < 0;

    public static bool operator >(Duty left, Duty right) => left.CompareTo(right) > 0;

    public static bool operator <=(Duty left, Duty right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Duty left, Duty right) => left.CompareTo(right) >= 0;

    public int CompareTo(Duty other) => Day != other.Day ? Day.CompareTo(other.Day) : Part.CompareTo(other.Part);
}

/// <summary>From a duty to a duty, both included: an absence, or a time of availability.</summary>
public readonly record struct DutySpan(Duty First, Duty Last)
{
    public bool Contains(Duty duty) => First <= duty && duty <= Last;

    /// <summary>Every half-day of it, nights left out.</summary>
    public IEnumerable<Duty> HalfDays()
    {
        for (var day = First.Day; day <= Last.Day; day = day.AddDays(1))
        {
            foreach (var part in (DutyPart[])[DutyPart.Morning, DutyPart.Afternoon])
            {
                var duty = new Duty(day, part);
                if (Contains(duty))
                {
                    yield return duty;
                }
            }
        }
    }
}
