using StaffPool.Domain.Planning;

namespace StaffPool.Solver.Planning.Objectives;

/// <summary>Sums that bound what any plan can serve.</summary>
internal static class Supply
{
    /// <summary>Most half-days that the given demands can receive together.</summary>
    public static long MostServed(AllocationProblem piece, IEnumerable<Demand> demands)
    {
        var reachable = ReachableCapacity(piece);
        var wanted = demands.ToList();
        var each = wanted.Sum(d => Math.Min(d.HalfDays, reachable.GetValueOrDefault(d)));
        return Math.Min(each, piece.Grouping.Professionals.Sum(p => (long)piece.CapacityOf(p)));
    }

    /// <summary>By demand, the capacity of everybody who may serve it.</summary>
    public static IReadOnlyDictionary<Demand, long> ReachableCapacity(AllocationProblem piece) =>
        piece.Reach.Cells.GroupBy(c => c.Demand).ToDictionary(g => g.Key, g => g.Sum(c => (long)c.Most));
}
