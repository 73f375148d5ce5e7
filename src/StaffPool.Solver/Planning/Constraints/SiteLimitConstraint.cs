using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Planning.Constraints;

/// <summary>A professional opens at most the allowed number of sites, except in the exempt services.</summary>
internal sealed class SiteLimitConstraint : IAllocationConstraint
{
    public string Code => "planning.site-limit";

    public void Apply(AllocationModel model)
    {
        foreach (var professional in model.Piece.Grouping.Professionals.Where(model.Piece.IsSiteLimited))
        {
            // One need per site and profession: an open cell is a site.
            var counted = model.Of(professional)
                .Where(c => model.Piece.CountsAsSite(professional, c.Cell.Demand.Need.Site))
                .ToList();
            var most = model.Piece.MaxSitesOf(professional);
            if (counted.Count > most)
            {
                model.Builder.AddAtMost(LinearExpr.Sum(counted.Select(c => c.Opened)), most);
            }
        }
    }
}
