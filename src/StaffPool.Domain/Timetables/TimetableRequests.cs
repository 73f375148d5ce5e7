using StaffPool.Domain.Calendar;
using StaffPool.Domain.Members;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Timetables;

/// <summary>What hosts, professionals and employers ask of a timetable, beyond the half-days promised.</summary>
public sealed record TimetableRequests
{
    public static TimetableRequests None { get; } = new();

    public IReadOnlyList<HostDays> HostDays { get; init; } = [];

    public IReadOnlyList<JointPresence> JointPresences { get; init; } = [];

    public IReadOnlyList<ForbiddenPair> ForbiddenPairs { get; init; } = [];

    public IReadOnlyList<RoomLimit> RoomLimits { get; init; } = [];

    public IReadOnlyList<RegularDayOff> RegularDaysOff { get; init; } = [];

    public IReadOnlyList<TimeAway> TimesAway { get; init; } = [];

    public IReadOnlyList<ContractSpan> Contracts { get; init; } = [];

    public IReadOnlyList<UnwantedHalfDay> Unwanted { get; init; } = [];
}

/// <summary>A day of the week, or half of it.</summary>
/// <param name="Day">Which day.</param>
/// <param name="Half">Null for both halves.</param>
public readonly record struct WeekHalfDay(DayOfWeek Day, HalfDay? Half = null)
{
    public bool Covers(DayOfWeek day, HalfDay half) => Day == day && (Half is null || Half == half);
}

/// <summary>Days on which a host receives a profession, and no others: the doctor's round, the team meeting.</summary>
/// <param name="Site">Of the host.</param>
/// <param name="Profession">Null for all.</param>
/// <param name="Allowed">At least one.</param>
public sealed record HostDays(Site Site, Profession? Profession, IReadOnlyList<WeekHalfDay> Allowed);

/// <summary>People whom a site wants to see together.</summary>
/// <param name="Site">Where.</param>
/// <param name="Professionals">At least two.</param>
/// <param name="TimesPerCycle">Half-days of each cycle on which all are there.</param>
public sealed record JointPresence(Site Site, IReadOnlyList<Professional> Professionals, int TimesPerCycle);

/// <summary>Two people who are never on one site in the same half-day.</summary>
public sealed record ForbiddenPair(Professional First, Professional Second)
{
    public Professional? OtherThan(Professional professional) =>
        professional == First ? Second : professional == Second ? First : null;
}

/// <summary>People whom a site can receive at once: it has so many rooms.</summary>
/// <param name="Site">Where.</param>
/// <param name="Profession">Counted alone, or all together where null.</param>
/// <param name="AtOnce">At least one.</param>
public sealed record RoomLimit(Site Site, Profession? Profession, int AtOnce)
{
    public bool Concerns(Professional professional) => Profession is null || Profession == professional.Profession;
}

/// <summary>A day of the week on which a part-time professional does not work.</summary>
public sealed record RegularDayOff(Professional Professional, WeekHalfDay When);

/// <summary>A professional is not there; why in detail stays with the employer.</summary>
/// <param name="Professional">Who.</param>
/// <param name="First">First half-day away.</param>
/// <param name="Last">Last half-day away, not before the first.</param>
/// <param name="Kind">Known to all.</param>
public sealed record TimeAway(Professional Professional, CalendarSlot First, CalendarSlot Last, AwayKind Kind);

public enum AwayKind
{
    Leave,
    Training,

    /// <summary>Any other: nobody but the employer knows why.</summary>
    Absence,
}

/// <summary>When the contract of a professional runs, where it does not for the whole period.</summary>
public sealed record ContractSpan(Professional Professional, DateOnly From, DateOnly? To);

/// <summary>A half-day of the week that a professional would rather not work.</summary>
public sealed record UnwantedHalfDay(Professional Professional, WeekHalfDay When);
