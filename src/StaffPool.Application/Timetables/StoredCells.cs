using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StaffPool.Data.Planning;
using StaffPool.Data.Timetables;
using StaffPool.Domain.Calendar;

namespace StaffPool.Application.Timetables;

/// <summary>One half-day of the calendar, as a row keeps it.</summary>
/// <param name="Day">Which day.</param>
/// <param name="Half">Which half of it.</param>
/// <param name="SiteId">Where.</param>
/// <param name="InCycle">Whether the cycle says so.</param>
public sealed record StoredCell(DateOnly Day, HalfDay Half, Guid SiteId, bool InCycle)
{
    public CalendarSlot Slot => new(Day, Half);
}

/// <summary>One half-day of the cycle, as a row keeps it.</summary>
public sealed record StoredCycleCell(int Week, DayOfWeek Day, HalfDay Half, Guid SiteId);

/// <summary>What is owed to one site, as a row keeps it.</summary>
public sealed record StoredPromise(Guid SiteId, int Allocated, int CarriedOver);

internal static class StoredCells
{
    public static IReadOnlyList<StoredCell> Days(this TimetablePersonRow row) => Read<StoredCell>(row.Calendar);

    public static IReadOnlyList<StoredCycleCell> CycleCells(this TimetablePersonRow row) => Read<StoredCycleCell>(row.Cycle);

    public static IReadOnlyList<StoredPromise> Owed(this TimetablePersonRow row) => Read<StoredPromise>(row.Promises);

    public static string Written<T>(IEnumerable<T> cells) => JsonSerializer.Serialize(cells, JsonSerializerOptions.Web);

    /// <summary>Which half of the day a part is of; a night, which is of neither, counts with the second.</summary>
    public static HalfDay HalfOf(DayPart part) => part == DayPart.Morning ? HalfDay.Morning : HalfDay.Afternoon;

    public static DayPart PartOf(HalfDay half) => half == HalfDay.Morning ? DayPart.Morning : DayPart.Afternoon;

    /// <summary>What was published, half-day by half-day: a later reader of the log can tell that it is this.</summary>
    public static string HashOf(IEnumerable<TimetablePersonRow> people)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var person in people.OrderBy(p => p.ProfessionalId))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{person.ProfessionalId:N}{person.Cycle}{person.Calendar}{person.Promises}\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IReadOnlyList<T> Read<T>(string json) => JsonSerializer.Deserialize<IReadOnlyList<T>>(json, JsonSerializerOptions.Web) ?? [];
}
