using StaffPool.Domain.Planning;
using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Planning.Objectives;

internal sealed class LegalMinimumObjective : IObjectiveModel
{
    public AllocationObjective Objective => AllocationObjectives.LegalMinimum;

    public LinearExpr Express(AllocationModel model)
    {
        var missing = new List<LinearExpr>();
        foreach (var demand in model.Piece.Demands.Where(d => d.LegalMinimum > 0))
        {
            var shortfall = model.Auxiliary(
                demand.LegalMinimum,
                $"legal shortfall {demand.Need.Id}",
                plan => Math.Max(0, demand.LegalMinimum - plan.HalfDaysFor(demand.Need)));
            model.Builder.AddAtLeast(shortfall + model.Served(demand), demand.LegalMinimum);
            missing.Add(shortfall);
        }

        return LinearExpr.Sum(missing);
    }

    public long ArithmeticBound(AllocationProblem piece)
    {
        var reachable = Supply.ReachableCapacity(piece);
        return piece.Demands.Sum(d => Math.Max(0, d.LegalMinimum - reachable.GetValueOrDefault(d)));
    }
}
