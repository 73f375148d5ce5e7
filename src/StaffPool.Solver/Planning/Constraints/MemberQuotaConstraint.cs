using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Planning.Constraints;

/// <summary>No member receives more half-days than its quota.</summary>
internal sealed class MemberQuotaConstraint : IAllocationConstraint
{
    public string Code => "planning.member-quota";

    public void Apply(AllocationModel model)
    {
        foreach (var member in model.Piece.Grouping.Members)
        {
            if (model.Piece.QuotaOf(member) is { } quota)
            {
                model.Builder.AddAtMost(LinearExpr.Sum(model.Of(member).Select(c => c.HalfDays)), quota);
            }
        }
    }
}
