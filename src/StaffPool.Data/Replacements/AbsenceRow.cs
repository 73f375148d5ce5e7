using StaffPool.Data.Planning;
using StaffPool.Data.Workforce;

namespace StaffPool.Data.Replacements;

/// <summary>A professional is away. Why is kept apart, in <see cref="AbsenceCauseRow"/>, and never leaves the employer.</summary>
public sealed class AbsenceRow : GroupingOwned
{
    public Guid ProfessionalId { get; set; }

    public ProfessionalRow? Professional { get; set; }

    public DateOnly FirstDay { get; set; }

    public DayPart FirstPart { get; set; }

    public DateOnly LastDay { get; set; }

    public DayPart LastPart { get; set; }

    /// <summary>Whether the end is known or only expected.</summary>
    public bool IsEndExpected { get; set; }

    public required string RecordedBy { get; set; }
}
