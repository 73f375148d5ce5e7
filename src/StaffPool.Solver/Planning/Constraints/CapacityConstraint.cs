using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Planning.Constraints;

/// <summary>Nobody is planned beyond capacity.</summary>
internal sealed class CapacityConstraint : IAllocationConstraint
{
    public string Code => "planning.capacity";

    public void Apply(AllocationModel model)
    {
        foreach (var professional in model.Piece.Grouping.Professionals)
        {
            var planned = LinearExpr.Sum(model.Of(professional).Select(c => c.HalfDays));
            model.Builder.AddAtMost(planned, model.Piece.CapacityOf(professional));
        }
    }
}
