using StaffPool.Data.Members;
using StaffPool.Domain.Governance.Assemblies;

namespace StaffPool.Data.Governance;

/// <summary>A sitting of the members: see <see cref="GeneralAssembly"/>. Hours are those of the clock of the seat.</summary>
public sealed class AssemblyRow : GroupingOwned
{
    /// <summary>Identifier in scenarios and documents; unique in the grouping.</summary>
    public required string Code { get; set; }

    public string? Title { get; set; }

    public DateOnly ConvenedOn { get; set; }

    public TimeOnly ConvenedAt { get; set; }

    public DateOnly Day { get; set; }

    public TimeOnly OpensAt { get; set; }

    public required string Place { get; set; }

    public bool IsUrgent { get; set; }

    /// <summary>Day of the first sitting, that lacked its quorum, where this is the second; else null.</summary>
    public DateOnly? FirstSitting { get; set; }

    public AssemblyStatus Status { get; set; }

    /// <summary>The table of votes as it stood when the notice was sent, as JSON; null where the scenario alone tells.</summary>
    public string? FrozenVotes { get; set; }

    public List<AgendaItemRow> Agenda { get; } = [];

    public List<MotionRow> Motions { get; } = [];

    public List<AttendanceRow> Attendances { get; } = [];

    /// <summary>What the scenario says beyond these columns, as YAML; null for nothing.</summary>
    public string? Extras { get; set; }
}

public enum AssemblyStatus
{
    Convened,

    /// <summary>Held: nothing of it changes any more.</summary>
    Closed,
}

public sealed class AgendaItemRow : GroupingOwned
{
    public Guid AssemblyId { get; set; }

    /// <summary>Place in the agenda, from 1.</summary>
    public int Position { get; set; }

    public required string Code { get; set; }

    public AssemblyMatter Matter { get; set; }

    public required string Title { get; set; }

    /// <summary>The one college that decides it, or null.</summary>
    public string? College { get; set; }
}

public sealed class MotionRow : GroupingOwned
{
    public Guid AssemblyId { get; set; }

    /// <summary>Place among the motions, from 1.</summary>
    public int Position { get; set; }

    public required string Code { get; set; }

    /// <summary>Code of the item of the agenda.</summary>
    public required string Item { get; set; }

    public required string Wording { get; set; }

    public List<BallotRow> Ballots { get; } = [];

    /// <summary>Recusals, exclusion, suspension and votes cast by college, as YAML; null for nothing.</summary>
    public string? Extras { get; set; }
}

/// <summary>All the votes of one member on one motion.</summary>
public sealed class BallotRow : GroupingOwned
{
    public Guid MotionId { get; set; }

    public Guid MemberId { get; set; }

    public MemberRow? Member { get; set; }

    public VoteChoice Choice { get; set; }
}

/// <summary>A member present, or represented by another.</summary>
public sealed class AttendanceRow : GroupingOwned
{
    public Guid AssemblyId { get; set; }

    public Guid MemberId { get; set; }

    public MemberRow? Member { get; set; }

    /// <summary>The member that represents it; null where it is there itself.</summary>
    public Guid? RepresentedById { get; set; }
}
