using StaffPool.Data.Members;
using StaffPool.Data.Workforce;

namespace StaffPool.Data.Access;

/// <summary>A role of a user in one grouping.</summary>
public sealed class GrantRow : GroupingOwned
{
    public Guid UserId { get; set; }

    public User? User { get; set; }

    public Role Role { get; set; }

    /// <summary>Member that a representative or a payroll clerk acts for; null for other roles.</summary>
    public Guid? MemberId { get; set; }

    public MemberRow? Member { get; set; }

    /// <summary>Who the professional is; null for other roles.</summary>
    public Guid? ProfessionalId { get; set; }

    public ProfessionalRow? Professional { get; set; }
}

/// <summary>Who does what in a grouping: docs/droits.md.</summary>
public enum Role
{
    Administrator,
    MemberRepresentative,
    Coordinator,
    Professional,
    Payroll,

    /// <summary>Reads all, changes nothing.</summary>
    Auditor,

    /// <summary>Sums only.</summary>
    Funder,
}
