namespace StaffPool.Solver.Planning.Patterns;

/// <summary>
/// How a search by simulated annealing cools down, in metres: a loss of one temperature is accepted one time in three
/// (1/e). Chosen by measurement, see docs/benchmarks.md.
/// </summary>
/// <param name="Hot">At the start.</param>
/// <param name="Cold">At the end.</param>
internal sealed record Cooling(double Hot, double Cold)
{
    /// <summary>For a first plan in a moment.</summary>
    public static Cooling Quick { get; } = new(100_000, 500);

    /// <summary>At first even needs are lost and found again: what one area lacks, another ten roads away can spare.</summary>
    public static Cooling Slow { get; } = new(1_000_000, 5_000);

    /// <param name="done">Part of the search that is done, from 0 to 1.</param>
    public double At(double done) => Hot * Math.Pow(Cold / Hot, done);
}
