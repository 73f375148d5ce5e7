using StaffPool.Domain.Planning;
using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Planning.Objectives;

internal sealed class PriorityNeedsObjective : IObjectiveModel
{
    public AllocationObjective Objective => AllocationObjectives.PriorityNeeds;

    public LinearExpr Express(AllocationModel model) =>
        LinearExpr.Sum(Priorities(model.Piece).Select(d => d.HalfDays - model.Served(d)));

    public long ArithmeticBound(AllocationProblem piece) =>
        Priorities(piece).Sum(d => (long)d.HalfDays) - Supply.MostServed(piece, Priorities(piece));

    private static IEnumerable<Demand> Priorities(AllocationProblem piece) => piece.Demands.Where(d => d.Need.IsPriority);
}
