using System.Diagnostics;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Timetables;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Timetables;

namespace StaffPool.Application.Timetables;

/// <summary>
/// Plans a generated grouping, then its timetable with the requests that such groupings make; see docs/benchmarks.md.
/// </summary>
public sealed class BenchTimetable(EnginePool engines, CommuneDirectory communes)
{
    private const int CycleWeeks = 2;

    /// <param name="size">What to generate.</param>
    /// <param name="time">For the timetable; the allocation before it takes as long and is not counted.</param>
    /// <param name="progress">Told of the timetable's steps.</param>
    /// <param name="stop">Ends what is under way; nothing is returned then.</param>
    public async Task<TimetableBench> RunAsync(BenchSize size, TimeSpan time, IProgress<TimetableProgress>? progress, CancellationToken stop)
    {
        var allocation = new GroupingGenerator(communes).Make(size.Professionals, size.Sites, size.Seed);
        var allocated = await new AllocationPlanner(engines, TimeProvider.System).PlanAsync(
            allocation, new AllocationOptions { Time = time, Seed = size.Seed }, null, stop);
        stop.ThrowIfCancellationRequested();
        var requests = RequestGenerator.Make(allocation, allocated.Plan, size.Seed);
        var problem = TimetableProblem.Of(allocation, allocated.Plan, new Cycle(CycleWeeks), requests);
        var result = await new TimetablePlanner(engines, TimeProvider.System).PlanAsync(
            problem, new TimetableOptions { Time = time, Seed = size.Seed }, progress, stop);
        stop.ThrowIfCancellationRequested();
        using var self = Process.GetCurrentProcess();
        return new TimetableBench(
            size, time, problem.Promises.Sum(p => p.HalfDays), result,
            TimetableChecker.Check(problem, result.Timetable).Count(v => v.Severity == Severity.Blocking),
            self.PeakWorkingSet64 + engines.PeakMemoryBytes);
    }
}

/// <summary>What was measured of one size.</summary>
/// <param name="Size">Of the grouping.</param>
/// <param name="Time">Given.</param>
/// <param name="Promised">Half-days of the half-year.</param>
/// <param name="Result">The timetable and its proofs.</param>
/// <param name="Breaches">Blocking violations that the independent checker found: none, or the figures mean nothing.</param>
/// <param name="PeakMemory">Of this process and of all engine hosts together, in bytes.</param>
public sealed record TimetableBench(BenchSize Size, TimeSpan Time, int Promised, TimetableResult Result, int Breaches, long PeakMemory)
{
    public long Undelivered => Result.Levels.Single(l => l.Objective == TimetableObjectives.Undelivered).Value;

    public decimal ShareDelivered => Promised == 0 ? 1 : 1 - ((decimal)Undelivered / Promised);

    /// <summary>The largest gap of any aim.</summary>
    public double Gap => Result.Levels.Max(l => l.Gap);
}
