using StaffPool.Data.Audit;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Replacements;

namespace StaffPool.Data.Replacements;

/// <summary>What a professional, and their employer, said of replacements: see <see cref="PoolPerson"/>. Without one nobody is written to.</summary>
public sealed class PoolProfileRow : GroupingOwned
{
    public Guid ProfessionalId { get; set; }

    public ProfessionalRow? Professional { get; set; }

    public PoolStage Stage { get; set; } = PoolStage.Autonomous;

    public DateOnly? ContractFrom { get; set; }

    public DateOnly? ContractUntil { get; set; }

    /// <summary>Whether they agreed to be asked for days of rest, and on them.</summary>
    public bool AcceptsRestDays { get; set; }

    /// <summary>Address for offers; null where they do not want mail.</summary>
    [NotInAudit]
    public string? Email { get; set; }

    /// <summary>Number for offers; null where they do not want text messages.</summary>
    [NotInAudit]
    public string? Phone { get; set; }
}

/// <summary>A time for which a professional offered themselves, or cannot work.</summary>
public sealed class AvailabilityRow : GroupingOwned
{
    public Guid ProfessionalId { get; set; }

    public ProfessionalRow? Professional { get; set; }

    public DateOnly FirstDay { get; set; }

    public DateOnly LastDay { get; set; }

    public AvailabilityKind Kind { get; set; }
}

public enum AvailabilityKind
{
    Offered,
    Unavailable,
}
