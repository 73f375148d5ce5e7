using StaffPool.Domain.Planning;
using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Planning.Objectives;

/// <summary>
/// For each service area one variable, the share in basis points that its worst-served need receives:
/// need x share &lt;= 10,000 x served, for every need of the area. What is missing to 10,000 is minimised.
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
                BestShare(model.Piece, area),
                $"share of area {missing.Count}",
                plan => area.Demands.Min(d => AllocationObjectives.ShareServed(d, plan)));
            foreach (var demand in area.Demands)
            {
                model.Builder.AddAtMost((demand.HalfDays * share) - (10_000 * model.Served(demand)), 0);
            }

            missing.Add(10_000 - (LinearExpr)share);
        }

        return LinearExpr.Sum(missing);
    }

    public long ArithmeticBound(AllocationProblem piece) => piece.Reach.Areas.Sum(a => 10_000 - BestShare(piece, a));

    /// <summary>
    /// The worst-served need gets no larger share than the area as a whole could, nor than those who reach it could give.
    /// </summary>
    private static long BestShare(AllocationProblem piece, ServiceArea area)
    {
        var reachable = Supply.ReachableCapacity(piece);
        var wholeArea = Share(area.Professionals.Sum(p => (long)piece.CapacityOf(p)), area.Demands.Sum(d => (long)d.HalfDays));
        return Math.Min(wholeArea, area.Demands.Min(d => Share(reachable[d], d.HalfDays)));
    }

    private static long Share(long served, long asked) => Math.Min(10_000, 10_000 * served / asked);
}
