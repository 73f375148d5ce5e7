using StaffPool.Data.Members;

namespace StaffPool.Data.Costs;

/// <summary>A call for contribution issued to a member: a provision, brought to the actual cost at the end of the year.</summary>
public sealed class CallRow : GroupingOwned
{
    public Guid MemberId { get; set; }

    public MemberRow? Member { get; set; }

    /// <summary>First and last day that it covers; one call per member and first day.</summary>
    public DateOnly PeriodStart { get; set; }

    public DateOnly PeriodEnd { get; set; }

    public long Cents { get; set; }

    public DateOnly IssuedOn { get; set; }

    /// <summary>Null until it is paid.</summary>
    public DateOnly? PaidOn { get; set; }
}
