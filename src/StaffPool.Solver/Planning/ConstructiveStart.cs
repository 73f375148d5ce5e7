using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Planning.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Solver.Planning;

/// <summary>
/// A plan that obeys every rule, made in one pass without an engine: the search starts from it, and it is what remains
/// if every engine fails. Pinned cells first, then what the plan in force can keep, then legal minima, priority needs
/// and the rest, each need from the nearest people with room.
/// </summary>
internal sealed class ConstructiveStart
{
    private readonly AllocationProblem problem;
    private readonly Dictionary<(Professional, NeedDeclaration), int> given = [];
    private readonly Dictionary<Professional, int> capacityLeft;
    private readonly Dictionary<Demand, int> demandLeft;
    private readonly Dictionary<Member, int> quotaLeft;
    private readonly Dictionary<Professional, List<Site>> sites;

    private ConstructiveStart(AllocationProblem problem)
    {
        this.problem = problem;
        capacityLeft = problem.Grouping.Professionals.ToDictionary(p => p, problem.CapacityOf);
        demandLeft = problem.Demands.ToDictionary(d => d, d => d.HalfDays);
        quotaLeft = problem.Grouping.Members.ToDictionary(m => m, m => problem.QuotaOf(m) ?? int.MaxValue);
        sites = problem.Grouping.Professionals.ToDictionary(p => p, _ => new List<Site>());
    }

    public static AllocationPlan Of(AllocationProblem problem)
    {
        var start = new ConstructiveStart(problem);
        start.Run();
        return new AllocationPlan(
            problem.Period,
            [.. from cell in problem.Reach.Cells
                let halfDays = start.given.GetValueOrDefault((cell.Professional, cell.Demand.Need))
                where halfDays > 0
                select new Assignment(cell.Professional, cell.Demand.Need, halfDays)]);
    }

    private void Run()
    {
        foreach (var cell in problem.Reach.Cells.Where(c => c.IsPinned))
        {
            Give(cell, cell.Most);
        }

        if (problem.PlanInForce is { } inForce)
        {
            foreach (var cell in problem.Reach.Cells.Where(c => !c.IsPinned))
            {
                Give(cell, inForce.HalfDaysOf(cell.Professional, cell.Demand.Need));
            }
        }

        var byDemand = problem.Reach.Cells.Where(c => !c.IsPinned).ToLookup(c => c.Demand);
        foreach (var demand in problem.Demands.Where(d => d.LegalMinimum > 0))
        {
            Serve(byDemand[demand], d => d.LegalMinimum - (d.HalfDays - demandLeft[d]));
        }

        // The needs that fewest people can serve go first, for the others have more ways.
        foreach (var cells in byDemand.OrderByDescending(g => g.Key.Need.IsPriority).ThenBy(g => g.Count()))
        {
            Serve(cells, d => demandLeft[d]);
        }
    }

    private void Serve(IEnumerable<Cell> cells, Func<Demand, int> wanted)
    {
        foreach (var cell in cells
            .OrderBy(c => problem.IsBeyondSoftRadius(c.Professional, c.Demand.Need.Site))
            .ThenBy(c => problem.Distances.Between(c.Professional.Base, c.Demand.Need.Site).Metres))
        {
            Give(cell, wanted(cell.Demand));
        }
    }

    /// <summary>Gives as much as asked and as the rules leave; nothing where that is less than the smallest block.</summary>
    private void Give(Cell cell, int asked)
    {
        var key = (cell.Professional, cell.Demand.Need);
        var site = cell.Demand.Need.Site;
        var already = given.GetValueOrDefault(key);
        var amount = Math.Min(
            Math.Min(asked, cell.Most - already),
            Math.Min(
                Math.Min(capacityLeft[cell.Professional], demandLeft[cell.Demand]),
                quotaLeft[site.Member]));
        if (amount <= 0 || already + amount < cell.Least || (already == 0 && !CanOpen(cell.Professional, site)))
        {
            return;
        }

        given[key] = already + amount;
        capacityLeft[cell.Professional] -= amount;
        demandLeft[cell.Demand] -= amount;
        if (quotaLeft[site.Member] != int.MaxValue)
        {
            quotaLeft[site.Member] -= amount;
        }

        if (already == 0)
        {
            sites[cell.Professional].Add(site);
        }
    }

    private bool CanOpen(Professional professional, Site site)
    {
        var open = sites[professional];
        var withinLimit = !problem.IsSiteLimited(professional)
            || !problem.CountsAsSite(professional, site)
            || open.Count(s => problem.CountsAsSite(professional, s)) < problem.MaxSitesOf(professional);
        return withinLimit
            && (problem.DistanceBetweenSites.Mode != LimitMode.Hard
                || !SitesOfAProfessionalAreCloseToEachOther.TooFarApart(problem, professional, [.. open, site]).Any());
    }
}
