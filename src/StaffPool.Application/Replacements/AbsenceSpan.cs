using StaffPool.Data.Planning;
using StaffPool.Data.Replacements;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Replacements;

/// <summary>From a half-day to a half-day, both included.</summary>
/// <param name="FirstDay">First day away.</param>
/// <param name="FirstPart">First part of that day.</param>
/// <param name="LastDay">Last day away.</param>
/// <param name="LastPart">Last part of that day.</param>
/// <param name="IsEndExpected">Whether the end is only expected.</param>
public sealed record AbsenceSpan(DateOnly FirstDay, DayPart FirstPart, DateOnly LastDay, DayPart LastPart, bool IsEndExpected)
{
    // A longer one is a slip of the keyboard, or a departure.
    private const int MostDays = 3 * 366;

    private static readonly (DateOnly First, DateOnly Last) Years = (new(2000, 1, 1), new(2099, 12, 31));

    /// <param name="others">The other absences of the same person.</param>
    internal IEnumerable<Violation> Assess(IEnumerable<AbsenceRow> others)
    {
        if (!Enum.IsDefined(FirstPart) || !Enum.IsDefined(LastPart))
        {
            yield return AbsenceTexts.Blocking("absence.part");
        }

        if (FirstDay < Years.First || LastDay > Years.Last)
        {
            yield return AbsenceTexts.Blocking("absence.year", Years.First, Years.Last);
        }

        if ((LastDay, LastPart).CompareTo((FirstDay, FirstPart)) < 0)
        {
            yield return AbsenceTexts.Blocking("absence.reversed", FirstDay, LastDay);
        }
        else if (LastDay.DayNumber - FirstDay.DayNumber > MostDays)
        {
            yield return AbsenceTexts.Blocking("absence.long", FirstDay, LastDay);
        }

        foreach (var other in others.Where(Overlaps))
        {
            yield return AbsenceTexts.Blocking("absence.overlap", other.FirstDay, other.LastDay, other.RecordedBy);
        }
    }

    internal void WriteTo(AbsenceRow row) => (row.FirstDay, row.FirstPart, row.LastDay, row.LastPart, row.IsEndExpected) =
        (FirstDay, FirstPart, LastDay, LastPart, IsEndExpected);

    private bool Overlaps(AbsenceRow other) =>
        (other.FirstDay, other.FirstPart).CompareTo((LastDay, LastPart)) <= 0
        && (FirstDay, FirstPart).CompareTo((other.LastDay, other.LastPart)) <= 0;
}
