namespace StaffPool.Domain.Needs;

/// <summary>A quantity as the member declares it, in the unit that the member uses.</summary>
/// <param name="Amount">How much, not negative.</param>
/// <param name="Unit">The unit.</param>
/// <param name="EveryWeeks">Only for <see cref="NeedUnit.HoursPerWeeks"/>: the n of "hours every n weeks".</param>
public sealed record NeedQuantity(decimal Amount, NeedUnit Unit, int EveryWeeks = 1);

/// <summary>The units found in the sources, from half-days a year (Picardie) to a percentage of a post (EPSA).</summary>
public enum NeedUnit
{
    HalfDaysPerYear,
    HalfDaysPerHalfYear,
    HalfDaysPerWeek,
    FullTimeEquivalent,
    HoursPerWeek,
    HoursPerWeeks,
    DaysPerMonth,

    /// <summary>Percentage of a full-time post: 20 is one day a week of a full-time contract.</summary>
    PercentOfFullTime,
}
