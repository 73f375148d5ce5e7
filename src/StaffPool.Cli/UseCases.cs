using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Domain.Texts;
using StaffPool.Solver.Planning;

namespace StaffPool.Cli;

/// <summary>What the commands call, put together in <see cref="Composition"/>; tests put their own.</summary>
/// <param name="ReadScenario">Reads a scenario file, whole and valid or not at all.</param>
/// <param name="Plan">Searches and checks; may throw <see cref="EngineMissingException"/> or <see cref="ContradictoryPinsException"/>.</param>
/// <param name="InspectEngines">What is installed here.</param>
internal sealed record UseCases(
    Func<string, ScenarioInput> ReadScenario,
    Func<Scenario, AllocationOptions, IProgress<AllocationProgress>?, CancellationToken, Task<PlannedAllocation>> Plan,
    Func<EngineState> InspectEngines);

/// <param name="Scenario">Null as soon as there is one problem.</param>
/// <param name="Problems">Everything that is wrong.</param>
internal sealed record ScenarioInput(Scenario? Scenario, IReadOnlyList<InputProblem> Problems);

/// <param name="Line">From 1; 0 when the file itself is the problem.</param>
/// <param name="Column">From 1; 0 likewise.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Advice">What to do.</param>
internal sealed record InputProblem(int Line, int Column, Text Message, Text Advice);

/// <param name="HasNative">The native host can be used.</param>
/// <param name="HasPortable">The portable host can be used.</param>
/// <param name="CpSatHost">"native", "portable", or null when CP-SAT cannot run.</param>
/// <param name="HighsHost">The same for HiGHS.</param>
/// <param name="NodePath">Node.js in use, null when there is none.</param>
/// <param name="NodeVersion">Its version, for example "26.10.0".</param>
/// <param name="Workers">Solves at the same time.</param>
/// <param name="NativeLocation">Where the native host is looked for.</param>
/// <param name="PortableLocation">Where the portable host is looked for.</param>
/// <param name="NativeCommand">The command that builds the native host, null when it is there.</param>
internal sealed record EngineState(
    bool HasNative,
    bool HasPortable,
    string? CpSatHost,
    string? HighsHost,
    string? NodePath,
    string? NodeVersion,
    int Workers,
    string NativeLocation,
    string PortableLocation,
    string? NativeCommand);

/// <summary>No engine can be started.</summary>
internal sealed class EngineMissingException(string reason, string whatToDo) : Exception(reason)
{
    public string WhatToDo { get; } = whatToDo;
}
