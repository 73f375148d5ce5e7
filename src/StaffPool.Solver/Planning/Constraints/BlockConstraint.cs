namespace StaffPool.Solver.Planning.Constraints;

/// <summary>A cell is closed and empty, or open with at least the smallest block. Pinned cells are open as pinned.</summary>
internal sealed class BlockConstraint : IAllocationConstraint
{
    public string Code => "planning.block";

    public void Apply(AllocationModel model)
    {
        foreach (var (cell, halfDays, opened) in model.Cells)
        {
            model.Builder.AddAtMost(halfDays - (cell.Most * opened), 0);
            model.Builder.AddAtLeast(halfDays - (cell.Least * opened), 0);
        }
    }
}
