using StaffPool.Domain.Calculations;
using StaffPool.Domain.Planning;

namespace StaffPool.Solver.Planning;

/// <summary>
/// Cuts a problem into pieces that share nothing, so that they are solved apart and their bounds add up. People and
/// needs hang together when one may serve the other; the needs of a member hang together when its quota can bind.
/// The cut is exact: every aim of <see cref="AllocationObjectives"/> is the sum of its values on the pieces.
/// </summary>
internal static class Decomposition
{
    /// <summary>
    /// The pieces, then one last piece with the people who reach nothing and the needs that nobody reaches, where there
    /// is nothing to decide.
    /// </summary>
    public static IReadOnlyList<AllocationProblem> Split(AllocationProblem problem)
    {
        var reached = problem.Reach.Cells.Select(c => c.Demand).Distinct();
        var links = problem.Reach.Cells
            .Select(c => ((object)c.Professional, (object)c.Demand.Need))
            .Concat(
                from demand in reached
                where QuotaCanBind(problem, demand)
                select ((object)demand.Need, (object)demand.Need.Site.Member));
        var pieceOf = new Dictionary<object, int>();
        var parts = ConnectedParts.Of(links);
        for (var i = 0; i < parts.Count; i++)
        {
            foreach (var node in parts[i])
            {
                pieceOf[node] = i;
            }
        }

        return [.. Enumerable.Range(0, parts.Count + 1).Select(Piece).Where(p => p.Grouping.Professionals.Count + p.Grouping.Needs.Count > 0)];

        AllocationProblem Piece(int part) => problem.Restrict(
            p => pieceOf.GetValueOrDefault(p, parts.Count) == part,
            n => pieceOf.GetValueOrDefault(n, parts.Count) == part);
    }

    private static bool QuotaCanBind(AllocationProblem problem, Demand demand)
    {
        var member = demand.Need.Site.Member;
        return problem.QuotaOf(member) is { } quota
            && quota < problem.Demands.Where(d => d.Need.Site.Member == member).Sum(d => d.HalfDays);
    }
}
