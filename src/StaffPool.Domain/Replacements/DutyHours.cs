using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Replacements;

/// <summary>When the parts of a day start and how long they last. Instants are UTC minutes: a night of a change of clock is an hour longer or shorter.</summary>
/// <param name="Morning">Start by the clock of the wall, and minutes of work.</param>
/// <param name="Afternoon">The same.</param>
/// <param name="Night">The same; it ends on the next day.</param>
/// <param name="Reference">Who said so.</param>
public sealed record DutyHours(
    (TimeOnly Start, int Minutes) Morning, (TimeOnly Start, int Minutes) Afternoon, (TimeOnly Start, int Minutes) Night, LegalReference Reference)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Half-days of 3 h 30 around a midday break of one hour; the longest night that the public hospital function allows.</summary>
    public static DutyHours Usual { get; } = new(
        (new TimeOnly(9, 0), 210), (new TimeOnly(13, 30), 210), (new TimeOnly(21, 0), 600), new LegalReference("StaffPool", Confidence.Choice));

    public (TimeOnly Start, int Minutes) Of(DutyPart part) => part switch
    {
        DutyPart.Morning => Morning,
        DutyPart.Afternoon => Afternoon,
        DutyPart.Night => Night,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Unknown part of a day."),
    };

    /// <summary>Hours by the clock of the wall: what is planned and paid.</summary>
    public decimal HoursOf(Duty duty) => Of(duty.Part).Minutes / 60m;

    /// <summary>Start and end in UTC.</summary>
    public (DateTime Start, DateTime End) SpanOf(Duty duty)
    {
        var (start, minutes) = Of(duty.Part);
        var first = duty.Day.ToDateTime(start);
        return (Utc(first), Utc(first.AddMinutes(minutes)));
    }

    private static DateTime Utc(DateTime wall) => DateTime.SpecifyKind(wall - Paris.GetUtcOffset(wall), DateTimeKind.Utc);
}
