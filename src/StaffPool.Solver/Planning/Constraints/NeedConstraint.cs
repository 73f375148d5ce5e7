namespace StaffPool.Solver.Planning.Constraints;

/// <summary>No need receives more than was declared.</summary>
internal sealed class NeedConstraint : IAllocationConstraint
{
    public string Code => "planning.need-exceeded";

    public void Apply(AllocationModel model)
    {
        foreach (var demand in model.Piece.Demands)
        {
            model.Builder.AddAtMost(model.Served(demand), demand.HalfDays);
        }
    }
}
