using StaffPool.Data.Needs;
using StaffPool.Data.Workforce;

namespace StaffPool.Data.Planning;

/// <summary>Half-days of one professional on one need, in one plan.</summary>
public sealed class AssignmentRow : GroupingOwned
{
    public Guid PlanId { get; set; }

    public Guid ProfessionalId { get; set; }

    public ProfessionalRow? Professional { get; set; }

    public Guid NeedId { get; set; }

    public NeedRow? Need { get; set; }

    /// <summary>In the period; 0 only where pinned, to forbid the pair.</summary>
    public int HalfDays { get; set; }

    /// <summary>Whether the next plan made from this one keeps it.</summary>
    public bool IsPinned { get; set; }
}
