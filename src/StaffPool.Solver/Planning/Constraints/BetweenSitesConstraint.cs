using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Solver.Planning.Constraints;

/// <summary>Under a hard limit, no professional opens two sites too far from each other.</summary>
internal sealed class BetweenSitesConstraint : IAllocationConstraint
{
    public string Code => "planning.distance-between-sites";

    public void Apply(AllocationModel model)
    {
        if (model.Piece.DistanceBetweenSites.Mode != LimitMode.Hard)
        {
            return;
        }

        foreach (var professional in model.Piece.Grouping.Professionals)
        {
            foreach (var (first, second) in TooFarApart(model, professional))
            {
                model.Builder.AddAtMostOne([first.Opened, second.Opened]);
            }
        }
    }

    /// <summary>Pairs of cells of one professional whose sites lie beyond the limit.</summary>
    public static IEnumerable<(CellVariables First, CellVariables Second)> TooFarApart(
        AllocationModel model, Professional professional)
    {
        var bySite = model.Of(professional).ToDictionary(c => c.Cell.Demand.Need.Site);
        IReadOnlyList<Site> sites = [.. bySite.Keys];
        return SitesOfAProfessionalAreCloseToEachOther
            .TooFarApart(model.Piece, professional, sites)
            .Select(pair => (bySite[pair.First], bySite[pair.Second]));
    }
}
