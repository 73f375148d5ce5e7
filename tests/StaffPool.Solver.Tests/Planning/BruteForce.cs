using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Solver.Planning;

namespace StaffPool.Solver.Tests.Planning;

/// <summary>
/// Finds the best plan by trying all of them: every number of half-days in every cell of every professional and need,
/// kept where the checker finds nothing that blocks, compared on the aims in order. Knows nothing of the solver.
/// </summary>
internal static class BruteForce
{
    /// <returns>The aims of the best plan, in order.</returns>
    public static IReadOnlyList<long> Best(AllocationProblem problem) =>
        Plans(problem).Select(plan => Aims(problem, plan)).Aggregate((best, aims) => Better(aims, best) ? aims : best);

    /// <returns>The least composite of any plan.</returns>
    public static long BestComposite(AllocationProblem problem) =>
        Plans(problem).Min(plan => Composite.Of(problem, plan));

    /// <returns>The least of each aim, in order, over the plans that hold what is given on all aims above it.</returns>
    public static IReadOnlyList<long> LeastHolding(AllocationProblem problem, IReadOnlyList<long> held)
    {
        var least = Enumerable.Repeat(long.MaxValue, held.Count).ToArray();
        foreach (var aims in Plans(problem).Select(plan => Aims(problem, plan)))
        {
            for (var i = 0; i < least.Length; i++)
            {
                least[i] = Math.Min(least[i], aims[i]);
                if (aims[i] > held[i])
                {
                    break;
                }
            }
        }

        return least;
    }

    /// <returns>The least of each aim on its own.</returns>
    public static IReadOnlyList<long> LeastOfEach(AllocationProblem problem) =>
        LeastHolding(problem, [.. AllocationObjectives.InOrder.Select(_ => long.MaxValue)]);

    /// <summary>Every plan that obeys the rules.</summary>
    private static IEnumerable<AllocationPlan> Plans(AllocationProblem problem)
    {
        var cells =
            (from professional in problem.Grouping.Professionals
             from demand in problem.Demands
             where professional.Profession == demand.Need.Profession
             select (professional, demand.Need, Most: Math.Min(problem.CapacityOf(professional), demand.HalfDays))).ToList();
        var values = new int[cells.Count];
        do
        {
            var plan = new AllocationPlan(
                problem.Period,
                [.. cells.Index().Where(c => values[c.Index] > 0).Select(c => new Assignment(c.Item.professional, c.Item.Need, values[c.Index]))]);
            if (PlanChecker.Check(problem, plan).All(v => v.Severity != Severity.Blocking))
            {
                yield return plan;
            }
        }
        while (Next(values, cells.Select(c => c.Most).ToList()));
    }

    public static IReadOnlyList<long> Aims(AllocationProblem problem, AllocationPlan plan) =>
        [.. AllocationObjectives.InOrder.Select(o => o.Measure(problem, plan))];

    private static bool Better(IReadOnlyList<long> first, IReadOnlyList<long> second)
    {
        for (var i = 0; i < first.Count; i++)
        {
            if (first[i] != second[i])
            {
                return first[i] < second[i];
            }
        }

        return false;
    }

    private static bool Next(int[] values, List<int> most)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] < most[i])
            {
                values[i]++;
                return true;
            }

            values[i] = 0;
        }

        return false;
    }
}
