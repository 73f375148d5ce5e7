using System.Diagnostics;
using StaffPool.Application.Scenarios;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;

namespace StaffPool.Application.Planning;

/// <summary>
/// Plans a generated grouping, then the same as one model on CP-SAT and on HiGHS with the same time, and holds the three
/// against the best bound that any of them proved. See docs/benchmarks.md.
/// </summary>
public sealed class BenchAllocation(EnginePool engines, CommuneDirectory communes)
{
    /// <param name="size">What to generate.</param>
    /// <param name="time">For each of the three.</param>
    /// <param name="progress">Told of the planner's steps, then of what is compared with it.</param>
    /// <param name="stop">Ends what is under way; nothing is returned then.</param>
    public async Task<AllocationBench> RunAsync(BenchSize size, TimeSpan time, IProgress<AllocationProgress>? progress, CancellationToken stop)
    {
        var problem = new GroupingGenerator(communes).Make(size.Professionals, size.Sites, size.Seed);
        var steps = new Milestones(progress);
        var result = await new AllocationPlanner(engines, TimeProvider.System).PlanAsync(
            problem, new AllocationOptions { Time = time, Seed = size.Seed }, steps, stop);
        stop.ThrowIfCancellationRequested();
        using var self = Process.GetCurrentProcess();
        var memory = self.PeakWorkingSet64 + result.PeakEngineMemory;

        var monolith = new Monolith(engines);
        var naive = await monolith.PlanAsync(problem, EngineKind.CpSat, time, size.Seed, stop);
        stop.ThrowIfCancellationRequested();
        var mip = await monolith.PlanAsync(problem, EngineKind.Highs, time, size.Seed, stop);
        stop.ThrowIfCancellationRequested();

        var value = Composite.Of(problem, result.Plan);
        var bound = new[] { result.Composite?.Bound, naive.Bound, mip.Bound }.Max() ?? 0;
        return new AllocationBench
        {
            Size = size,
            Time = time,
            Cells = problem.Reach.Cells.Count,
            Result = result,
            Breaches = PlanChecker.Check(problem, result.Plan).Count(v => v.Severity == Severity.Blocking),
            Value = value,
            Bound = bound,
            Milestones = steps.Reached(result),
            PeakMemory = memory,
            Naive = Compared(naive, bound),
            Mip = Compared(mip, bound),
        };
    }

    private static BenchRival Compared(MonolithResult rival, long bound) => new(
        rival,
        rival.Value is { } value ? LevelResult.GapOf(value, bound) : 1,
        [.. Milestones.Gaps.Select(gap => rival.Steps.Where(s => LevelResult.GapOf(s.Value, bound) <= gap).Select(s => (TimeSpan?)s.At).Min())]);

    /// <summary>When the planner first proved that it was within a gap.</summary>
    private sealed class Milestones(IProgress<AllocationProgress>? next) : IProgress<AllocationProgress>
    {
        public static readonly double[] Gaps = [0.05, 0.01];

        private readonly Lock access = new();
        private readonly TimeSpan?[] reached = new TimeSpan?[Gaps.Length];

        public void Report(AllocationProgress value)
        {
            next?.Report(value);
            lock (access)
            {
                for (var i = 0; i < Gaps.Length && value.Objective == Composite.Objective; i++)
                {
                    reached[i] ??= value.Gap <= Gaps[i] ? value.Elapsed : null;
                }
            }
        }

        /// <summary>Aim after aim there is no gap of the whole before the end.</summary>
        public IReadOnlyList<TimeSpan?> Reached(AllocationResult result) =>
            [.. reached.Select((at, i) => at ?? (AllocationBench.GapOf(result) <= Gaps[i] ? result.Elapsed : null))];
    }
}

/// <param name="Professionals">How many.</param>
/// <param name="Sites">Each of its own member.</param>
/// <param name="Seed">Which of the groupings of that size.</param>
public sealed record BenchSize(int Professionals, int Sites, int Seed);

/// <summary>What was measured of one size.</summary>
public sealed record AllocationBench
{
    public required BenchSize Size { get; init; }

    public required TimeSpan Time { get; init; }

    /// <summary>Pairs of a person and a need that may be served.</summary>
    public required int Cells { get; init; }

    public required AllocationResult Result { get; init; }

    /// <summary>Blocking violations that the independent checker found in the plan: none, or the figures mean nothing.</summary>
    public required int Breaches { get; init; }

    /// <summary>What the plan weighs on <see cref="Composite"/>.</summary>
    public required long Value { get; init; }

    /// <summary>The best bound of the composite that anyone proved in this run.</summary>
    public required long Bound { get; init; }

    /// <summary>Time to a proven gap of 5 % and of 1 %; null where not reached.</summary>
    public required IReadOnlyList<TimeSpan?> Milestones { get; init; }

    /// <summary>Largest memory of this process and of all engine hosts together before the rivals ran, in bytes.</summary>
    public required long PeakMemory { get; init; }

    /// <summary>The monolithic model on CP-SAT.</summary>
    public required BenchRival Naive { get; init; }

    /// <summary>The monolithic model on HiGHS.</summary>
    public required BenchRival Mip { get; init; }

    /// <summary>The gap that the planner proved itself.</summary>
    public double Gap => GapOf(Result);

    /// <summary>Of the composite; where every aim was settled in turn, the largest of any.</summary>
    public static double GapOf(AllocationResult result) => result.Composite?.Gap ?? result.Levels.Max(l => l.Gap);
}

/// <param name="Result">What it found.</param>
/// <param name="Gap">Of its plan to the best bound of the run, whoever proved it; 1 without a plan.</param>
/// <param name="Milestones">Time to a plan within 5 % and within 1 % of that bound; null where not reached or not told.</param>
public sealed record BenchRival(MonolithResult Result, double Gap, IReadOnlyList<TimeSpan?> Milestones);
