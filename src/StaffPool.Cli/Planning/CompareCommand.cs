using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Planning;

namespace StaffPool.Cli.Planning;

/// <summary><c>staffpool compare</c>: what changes from one plan file to another.</summary>
internal sealed class CompareCommand(InputFiles inputs, Terminal terminal, CliTexts texts)
{
    private readonly PlanFiles files = new(inputs, terminal, texts);
    private readonly Dictionary<string, Scenario?> scenarios = new(StringComparer.Ordinal);

    public async Task<int> RunAsync(CompareRequest request, CancellationToken stop)
    {
        var (headerBefore, headerAfter) = (files.ReadHeader(request.Before), files.ReadHeader(request.After));
        if (headerBefore is null || headerAfter is null)
        {
            return ExitCode.InvalidInput;
        }

        var before = await ReadAsync(request.Before, request.Scenario ?? headerBefore.Scenario ?? headerAfter.Scenario, stop);
        var after = await ReadAsync(request.After, request.Scenario ?? headerAfter.Scenario ?? headerBefore.Scenario, stop);
        if (before is null || after is null)
        {
            return ExitCode.InvalidInput;
        }

        var comparison = PlanComparison.Of(before, after);
        var plans = new ComparedPlans(request.Before, request.After) { Differences = headerBefore.DifferencesTo(headerAfter) };
        return request.Json
            ? new StandardOutput(terminal, texts).Write(stream => ComparisonJson.Write(stream, comparison, plans, texts.Culture))
            : Show(comparison, plans, headerBefore, headerAfter);
    }

    private int Show(PlanComparison comparison, ComparedPlans plans, PlanHeader before, PlanHeader after)
    {
        if (before.Hash is not null && after.Hash is not null && before.Hash != after.Hash)
        {
            console(texts["compare.other-scenario", PlanFile.ShortOf(before.Hash), PlanFile.ShortOf(after.Hash)]);
            foreach (var difference in plans.Differences)
            {
                Tables.WriteLine(terminal.Output, 2, difference.In(texts.Culture));
            }

            if (plans.Differences.Count == 0)
            {
                console(texts["compare.other-scenario.unseen"]);
            }
        }

        if (comparison.IsSamePlan)
        {
            terminal.Output.WriteLine(texts["compare.identical"]);
        }
        else
        {
            new ComparisonReport(terminal.Output, texts).Write(comparison, showPeople: true);
        }

        return ExitCode.Success;

        void console(string sentence) => terminal.Output.Write(new Text(sentence + "\n", Tables.Doubtful));
    }

    private async Task<ComparedPlan?> ReadAsync(string path, string? named, CancellationToken stop)
    {
        var name = named ?? SearchLine.DefaultScenario;
        if (!scenarios.TryGetValue(name, out var scenario))
        {
            scenarios[name] = scenario = await inputs.ReadScenarioAsync(name, null, stop);
        }

        if (scenario is null)
        {
            return null;
        }

        var problem = scenario.ToProblem();
        return files.Read(path, scenario, problem) is { } plan ? new ComparedPlan(problem, plan) : null;
    }
}
