using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Replacements;

/// <summary>Somebody who will be away, as far as it is known today. Why does not matter here, and is not known.</summary>
/// <param name="Who">The professional.</param>
/// <param name="Away">Absences, and what follows the end of a contract; they may overlap.</param>
/// <param name="Booked">Their dated half-days, whether they will be there or not.</param>
/// <param name="Covered">What replacements will serve in their place.</param>
public sealed record ForecastAbsence(
    Professional Who, IReadOnlyList<DutySpan> Away, IReadOnlyList<Engagement> Booked, IReadOnlyList<Engagement> Covered)
{
    /// <summary>Last day of their timetable: up to it half-days are counted one by one, after it they are expected. Null where none is published.</summary>
    public DateOnly? DatedUntil { get; } = Booked.Count == 0 ? null : Booked.Max(b => b.Duty.Day);

    public bool IsAway(Duty duty) => Away.Any(a => a.Contains(duty));
}
