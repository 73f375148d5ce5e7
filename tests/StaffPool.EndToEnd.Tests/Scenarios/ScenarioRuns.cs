using System.Collections.Concurrent;
using StaffPool.EndToEnd.Tests.Scenarios;
using StaffPool.Testing;

[assembly: AssemblyFixture(typeof(ScenarioRuns))]

namespace StaffPool.EndToEnd.Tests.Scenarios;

/// <summary>Each scenario of the repository planned once, for all the facts about it.</summary>
public sealed class ScenarioRuns
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ToolRun>>> runs = new(StringComparer.Ordinal);

    /// <summary>Those that plan.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetDirectories(Repository.Scenarios)
            .Where(f => File.Exists(Path.Combine(f, ExpectedResults.FileName)))
            .Select(f => Path.GetFileName(f))
            .Order(StringComparer.Ordinal)];

    // Time enough for a machine that is busy with other tests: what is expected is proven.
    internal Task<ToolRun> PlanAsync(string name) => runs.GetOrAdd(name, _ => new Lazy<Task<ToolRun>>(() =>
        ToolProcess.RunAsync("plan", Path.Combine(Repository.Scenarios, name), "--json", "--quiet", "--time", "10m"))).Value;
}
