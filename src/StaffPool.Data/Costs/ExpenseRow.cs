using StaffPool.Data.Members;

namespace StaffPool.Data.Costs;

/// <summary>An expense recorded in the service, in a cost centre of the agreement; it adds to those that the agreement's own text states.</summary>
public sealed class ExpenseRow : GroupingOwned
{
    /// <summary>Identifier of the cost centre.</summary>
    public required string Centre { get; set; }

    public required string Label { get; set; }

    public Domain.Costs.CostNature Nature { get; set; }

    /// <summary>Cents, not negative.</summary>
    public long Cents { get; set; }

    /// <summary>Member that paid it, or null for the grouping itself.</summary>
    public Guid? PaidById { get; set; }

    public MemberRow? PaidBy { get; set; }

    /// <summary>Day of the expense, inside the exercise.</summary>
    public DateOnly Day { get; set; }

    public required string RecordedBy { get; set; }
}
