using StaffPool.Domain.Planning;
using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Planning.Objectives;

/// <summary>One yes-or-no per need of a service area: does it get nothing?</summary>
internal sealed class LeftOutObjective : IObjectiveModel
{
    public AllocationObjective Objective => AllocationObjectives.LeftOut;

    public LinearExpr Express(AllocationModel model)
    {
        var leftOut = new List<LinearExpr>();
        foreach (var demand in model.Piece.Reach.Areas.SelectMany(a => a.Demands))
        {
            var nothing = model.LeftOut(demand);
            var served = model.Served(demand);
            model.Builder.AddAtLeast(served + nothing, 1);
            model.Builder.AddAtMost(served + (demand.HalfDays * nothing), demand.HalfDays);
            leftOut.Add(nothing);
        }

        return LinearExpr.Sum(leftOut);
    }

    public long ArithmeticBound(AllocationProblem piece) => 0;
}

/// <summary>
/// For each service area one variable, the share in basis points that its worst-served need receives:
/// need x share &lt;= 10,000 x served, for every need of the area that is not left out. What is missing to 10,000 is
/// minimised.
/// </summary>
internal sealed class WorstServedObjective : IObjectiveModel
{
    public AllocationObjective Objective => AllocationObjectives.WorstServed;

    public LinearExpr Express(AllocationModel model)
    {
        var missing = new List<LinearExpr>();
        foreach (var area in model.Piece.Reach.Areas)
        {
            var share = model.Auxiliary(
                10_000, $"share of area {missing.Count}", plan => AllocationObjectives.WorstShare(area, plan));
            foreach (var demand in area.Demands)
            {
                var most = 10_000L * demand.HalfDays;
                model.Builder.AddAtMost(
                    (demand.HalfDays * share) - (10_000 * model.Served(demand)) - (most * model.LeftOut(demand)), 0);
            }

            missing.Add(10_000 - (LinearExpr)share);
        }

        return LinearExpr.Sum(missing);
    }

    public long ArithmeticBound(AllocationProblem piece) => 0;
}
