using System.Text.RegularExpressions;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Application.Timetables;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Timetables;
using StaffPool.Testing;

namespace StaffPool.Documents.Tests.Scenarios;

/// <summary>Each page of docs/regles shows figures of a scenario: they are those that the scenario gives.</summary>
public sealed partial class RulePagesTests
{
    public static TheoryData<string> Pages { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs", "regles"), "*.md").Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_figures_of_its_scenario_are_right(string page)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "regles", page), TestContext.Current.CancellationToken);
        var section = text[text.IndexOf("## Dans un scénario", StringComparison.Ordinal)..];
        var scenario = ScenarioFiles.Load(Name().Match(section).Groups["name"].Value);
        await using var engines = new EnginePool();
        var report = await new RunScenario(
                new PlanAllocation(new AllocationPlanner(engines, TimeProvider.System)), new PlanTimetable(new TimetablePlanner(engines, TimeProvider.System)))
            .RunAsync(scenario, new AllocationOptions(), null, TestContext.Current.CancellationToken);
        var figures = report.Figures();

        // Nothing to plan: no engine starts.
        report.Planned.ShouldBeNull();
        var rows = Row().Matches(section);
        rows.Count.ShouldBeGreaterThan(3);
        rows.Select(r => new ExpectedFact(r.Groups["path"].Value, page) { Is = r.Groups["value"].Value }.Failure(figures)?.ToString()).OfType<string>().ShouldBeEmpty();
    }

    [GeneratedRegex(@"\.\./\.\./scenarios/(?<name>[a-z0-9-]+)/scenario\.yaml", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\| [^|]+ \| `(?<path>[^`]+)` \| (?<value>[^|]+) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
