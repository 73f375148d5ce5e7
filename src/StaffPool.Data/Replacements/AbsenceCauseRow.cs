using StaffPool.Data.Audit;

namespace StaffPool.Data.Replacements;

/// <summary>Why a professional is away: for the employer's own people alone.</summary>
public sealed class AbsenceCauseRow : GroupingOwned
{
    public Guid AbsenceId { get; set; }

    public AbsenceRow? Absence { get; set; }

    public Guid EmployerId { get; set; }

    [NotInAudit]
    public required AbsenceCause Cause { get; set; }

    [NotInAudit]
    public string? Note { get; set; }
}

public enum AbsenceCause
{
    Sickness,
    WorkAccident,
    Maternity,
    PaidLeave,
    Training,
    Other,
}
