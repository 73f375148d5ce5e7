using StaffPool.Domain.Governance;
using StaffPool.Domain.Planning;
using StaffPool.Solver.CpSat;
using StaffPool.Solver.Planning.Constraints;

namespace StaffPool.Solver.Planning.Objectives;

internal sealed class BeyondRadiusObjective : IObjectiveModel
{
    public AllocationObjective Objective => AllocationObjectives.BeyondRadius;

    public LinearExpr Express(AllocationModel model) => LinearExpr.Sum(model.Cells
        .Where(c => model.Piece.IsBeyondSoftRadius(c.Cell.Professional, c.Cell.Demand.Need.Site))
        .Select(c => (LinearExpr)c.HalfDays));

    public long ArithmeticBound(AllocationProblem piece) => 0;
}

internal sealed class SitesApartObjective : IObjectiveModel
{
    public AllocationObjective Objective => AllocationObjectives.SitesApart;

    public LinearExpr Express(AllocationModel model)
    {
        if (model.Piece.DistanceBetweenSites.Mode != LimitMode.Soft)
        {
            return LinearExpr.Constant(0);
        }

        var apart = new List<LinearExpr>();
        foreach (var professional in model.Piece.Grouping.Professionals)
        {
            foreach (var (first, second) in BetweenSitesConstraint.TooFarApart(model, professional))
            {
                var both = model.Auxiliary(
                    1,
                    $"apart {professional.Id} {first.Cell.Demand.Need.Id} {second.Cell.Demand.Need.Id}",
                    plan => Math.Min(1, plan.HalfDaysOf(professional, first.Cell.Demand.Need))
                        * Math.Min(1, plan.HalfDaysOf(professional, second.Cell.Demand.Need)));
                model.Builder.AddAtLeast(both - first.Opened - second.Opened, -1);
                apart.Add(both);
            }
        }

        return LinearExpr.Sum(apart);
    }

    public long ArithmeticBound(AllocationProblem piece) => 0;
}

internal sealed class TravelObjective : IObjectiveModel
{
    public AllocationObjective Objective => AllocationObjectives.Travel;

    public LinearExpr Express(AllocationModel model) => LinearExpr.Sum(model.Cells.Select(c =>
        model.Piece.Distances.Between(c.Cell.Professional.Base, c.Cell.Demand.Need.Site).Metres * (LinearExpr)c.HalfDays));

    public long ArithmeticBound(AllocationProblem piece) => 0;
}

internal sealed class PreferencesObjective : IObjectiveModel
{
    public AllocationObjective Objective => AllocationObjectives.Preferences;

    public LinearExpr Express(AllocationModel model) => LinearExpr.Sum(model.Cells.Select(c =>
        AllocationObjectives.PreferenceWeight(c.Cell.Professional, c.Cell.Demand.Need.Site) * (LinearExpr)c.HalfDays));

    public long ArithmeticBound(AllocationProblem piece) => piece.Reach.Cells
        .Sum(c => Math.Min(0L, AllocationObjectives.PreferenceWeight(c.Professional, c.Demand.Need.Site)) * c.Most);
}
