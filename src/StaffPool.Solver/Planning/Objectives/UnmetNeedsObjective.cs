using StaffPool.Domain.Planning;
using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Planning.Objectives;

internal sealed class UnmetNeedsObjective : IObjectiveModel
{
    public AllocationObjective Objective => AllocationObjectives.UnmetNeeds;

    public LinearExpr Express(AllocationModel model) =>
        LinearExpr.Sum(model.Piece.Demands.Select(d => d.HalfDays - model.Served(d)));

    public long ArithmeticBound(AllocationProblem piece) =>
        piece.Demands.Sum(d => (long)d.HalfDays) - Supply.MostServed(piece, piece.Demands);
}
