using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rules;
using StaffPool.Solver.Rosters;

namespace StaffPool.Application.Rosters;

/// <summary>
/// Plans a roster, then changes it twice for the same event: with the fewest people disturbed, and from scratch. What is
/// past when the event comes stays as it is in both. See docs/benchmarks.md.
/// </summary>
public sealed class BenchRoster(RosterPlanner planner)
{
    /// <param name="bench">What to plan and what happens.</param>
    /// <param name="time">For each of the three.</param>
    /// <param name="progress">Told of every step.</param>
    /// <param name="stop">Ends what is under way; nothing is returned then.</param>
    public async Task<RosterBench> RunAsync(RosterBenchCase bench, TimeSpan time, IProgress<RosterProgress>? progress, CancellationToken stop)
    {
        var options = new RosterOptions { Time = time };
        var first = await planner.PlanAsync(bench.Problem, options, progress, stop);
        stop.ThrowIfCancellationRequested();
        var after = (bench.Changed with { InForce = first.Roster }).FrozenBefore(bench.From);
        var replan = await planner.PlanAsync(after, options, progress, stop);
        stop.ThrowIfCancellationRequested();
        var scratch = await planner.PlanAsync(after with { InForce = null }, options, progress, stop);
        stop.ThrowIfCancellationRequested();
        return new RosterBench
        {
            Case = bench,
            Time = time,
            First = first,
            Replan = replan,
            Scratch = scratch,
            ScratchScore = RosterScore.Of(new RosterIndex(after), scratch.Roster),
        };
    }
}

/// <param name="Name">As <c>--size</c> says it.</param>
/// <param name="Problem">To plan.</param>
/// <param name="Changed">The same after the event.</param>
/// <param name="From">Day on which it happens.</param>
public sealed record RosterBenchCase(string Name, RosterProblem Problem, RosterProblem Changed, DateOnly From);

/// <summary>What the benchmark measured.</summary>
public sealed record RosterBench
{
    public required RosterBenchCase Case { get; init; }

    public required TimeSpan Time { get; init; }

    public required RosterResult First { get; init; }

    public required RosterResult Replan { get; init; }

    public required RosterResult Scratch { get; init; }

    /// <summary>Of the roster from scratch, held against the one in force.</summary>
    public required RosterScore ScratchScore { get; init; }

    /// <summary>Blocking violations of all three: anything but zero is a defect.</summary>
    public int Breaches => new[] { First, Replan, Scratch }.Sum(r => r.Violations.Count(v => v.Severity == Severity.Blocking));
}
