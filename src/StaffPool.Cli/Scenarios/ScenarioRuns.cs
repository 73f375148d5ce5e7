using StaffPool.Application.Scenarios.Reports;
using StaffPool.Cli.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Scenarios.Reports;
using StaffPool.Solver.Planning;

namespace StaffPool.Cli.Scenarios;

/// <summary>Computes a scenario and holds it against the facts written beside it.</summary>
internal sealed class ScenarioRuns(UseCases useCases, InputFiles inputs, Terminal terminal, CliTexts texts)
{
    /// <param name="asked">Folder, file or name.</param>
    /// <param name="options">How long and how to search, where there is staff to plan.</param>
    /// <param name="quiet">No progress.</param>
    /// <returns>The run, or the exit code once the reason is on the terminal.</returns>
    public async Task<(ScenarioRun? Run, int ExitCode)> RunAsync(string asked, AllocationOptions options, bool quiet)
    {
        if (inputs.Read(asked) is not (var scenario, var file) || ExpectedOf(file) is not { } facts)
        {
            return (null, ExitCode.InvalidInput);
        }

        var (report, exitCode) = await new Search(terminal, texts).RunAsync(
            (progress, stop) => useCases.RunScenario(scenario, options, progress, stop), quiet);
        if (report is null)
        {
            return (null, exitCode);
        }

        var figures = report.Figures();
        return (
            new ScenarioRun(report, facts, [.. facts.Select(f => f.Failure(figures)).OfType<Domain.Texts.Text>(), .. report.Unexpected(facts)]),
            ExitCode.Success);
    }

    private IReadOnlyList<ExpectedFact>? ExpectedOf(string scenarioFile)
    {
        var path = Path.Combine(Path.GetDirectoryName(scenarioFile)!, ExpectedFactsReader.FileName);
        var reading = ExpectedFactsReader.Read(path);
        foreach (var problem in reading.Problems)
        {
            inputs.WriteProblem(
                FormattableString.Invariant($"{ExpectedFactsReader.FileName}:{problem.Line}:{problem.Column}"),
                problem.Message.In(texts.Culture),
                problem.Advice.In(texts.Culture));
        }

        return reading.Problems.Count == 0 ? reading.Facts : null;
    }
}

/// <param name="Report">What the scenario gives.</param>
/// <param name="Facts">What was expected of it.</param>
/// <param name="Failures">Where it does not give that, and what blocks without being expected.</param>
internal sealed record ScenarioRun(ScenarioReport Report, IReadOnlyList<ExpectedFact> Facts, IReadOnlyList<Domain.Texts.Text> Failures);
