using StaffPool.Application.Geography;
using StaffPool.Application.Planning;
using StaffPool.Application.Replacements;
using StaffPool.Application.Rosters;
using StaffPool.Application.Scenarios;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Application.Timetables;
using StaffPool.Documents.Scenarios;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rosters.OnCall;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Planning.Posts;
using StaffPool.Solver.Rosters;
using StaffPool.Solver.Timetables;

namespace StaffPool.Cli;

/// <summary>What the commands call, put together in <see cref="Composition"/>; tests put their own.</summary>
/// <param name="ReadScenario">Reads a scenario file, whole and valid or not at all.</param>
/// <param name="Plan">Searches and checks; may throw <see cref="EngineUnavailableException"/> or <see cref="ContradictoryPinsException"/>.</param>
/// <param name="Explain">Says why needs are unmet and what would help; may throw <see cref="EngineUnavailableException"/>.</param>
/// <param name="AskRoads">Completes a scenario with the road distances of a service; may throw <see cref="RoutingServiceException"/>.</param>
/// <param name="InspectEngines">What is installed here.</param>
/// <param name="ProbeEngines">What runs here.</param>
/// <param name="ProposePosts">Looks for posts to create; may throw the same as <paramref name="Plan"/>.</param>
/// <param name="PlanAndExplain">Both within the time of one run; may throw the same as <paramref name="Plan"/>.</param>
/// <param name="RunScenario">Computes everything that a scenario declares; may throw the same as <paramref name="Plan"/>.</param>
/// <param name="BenchAllocation">Plans a generated grouping and compares; may throw <see cref="EngineUnavailableException"/>.</param>
/// <param name="PlanTimetable">From a plan to a timetable; may throw <see cref="EngineUnavailableException"/>.</param>
/// <param name="BenchTimetable">Plans a generated grouping and its timetable; may throw the same.</param>
/// <param name="BenchReplacement">Makes lists of who can replace in a generated grouping.</param>
/// <param name="BenchReplan">Covers a week of absences in a generated grouping; may throw <see cref="EngineUnavailableException"/>.</param>
internal sealed record UseCases(
    Func<string, ScenarioReading> ReadScenario,
    Func<Scenario, AllocationOptions, IProgress<AllocationProgress>?, CancellationToken, Task<PlannedAllocation>> Plan,
    Func<AllocationProblem, AllocationPlan, bool, ExplainOptions, IProgress<ExplainProgress>?, CancellationToken, Task<PlanExplanation>> Explain,
    Func<Scenario, Uri, CancellationToken, Task<ScenarioOnRoads>> AskRoads,
    Func<EngineReport> InspectEngines,
    Func<Task<IReadOnlyList<EngineProbe>>> ProbeEngines,
    Func<Scenario, PostOptions, IProgress<PostProgress>?, CancellationToken, Task<PostsProposed>> ProposePosts,
    Func<Scenario, AllocationOptions, IProgress<AllocationProgress>?, IProgress<ExplainProgress>?, CancellationToken, Task<PlannedAllocation>> PlanAndExplain,
    Func<Scenario, AllocationOptions, IProgress<AllocationProgress>?, CancellationToken, Task<ScenarioReport>> RunScenario,
    Func<BenchSize, TimeSpan, IProgress<AllocationProgress>?, CancellationToken, Task<AllocationBench>> BenchAllocation,
    Func<Scenario, AllocationPlan, int?, TimetableOptions, IProgress<TimetableProgress>?, CancellationToken, Task<PlannedTimetable>> PlanTimetable,
    Func<BenchSize, TimeSpan, IProgress<TimetableProgress>?, CancellationToken, Task<TimetableBench>> BenchTimetable,
    Func<BenchSize, TimeSpan, CancellationToken, ReplacementBench> BenchReplacement,
    Func<BenchSize, int, CancellationToken, Task<ReplanBench>> BenchReplan)
{
    /// <summary>Cuts a territory into zones of night nurses; may throw <see cref="EngineUnavailableException"/>.</summary>
    public Func<OnCallZone, OnCallTerms, ZoneCosts, TimeSpan, CancellationToken, Task<ZonesAdvised>> AdviseZones { get; init; } =
        (_, _, _, _, _) => throw new InvalidOperationException("Nobody put the use case in.");

    /// <summary>Plans a roster and changes it; may throw the same.</summary>
    public Func<RosterBenchCase, TimeSpan, IProgress<RosterProgress>?, CancellationToken, Task<RosterBench>> BenchRoster { get; init; } =
        (_, _, _, _) => throw new InvalidOperationException("Nobody put the use case in.");

    /// <summary>Plans a roster; may throw the same as <see cref="Plan"/>.</summary>
    public Func<RosterProblem, RosterOptions, IProgress<RosterProgress>?, CancellationToken, Task<RosterResult>> SolveRoster { get; init; } =
        (_, _, _, _) => throw new InvalidOperationException("Nobody put the use case in.");
}
