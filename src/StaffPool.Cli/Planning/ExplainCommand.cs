using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Planning;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Texts;
using StaffPool.Solver.Planning;

namespace StaffPool.Cli.Planning;

/// <summary><c>staffpool explain</c>: why needs are unmet, what would help, what the rules cost.</summary>
internal sealed class ExplainCommand(UseCases useCases, InputFiles inputs, Terminal terminal, CliTexts texts)
{
    private const int Suggestions = 5;

    public async Task<int> RunAsync(ExplainRequest request, CancellationToken cancelled)
    {
        if (await inputs.ReadScenarioAsync(request.Scenario, null, cancelled) is not { } scenario)
        {
            return ExitCode.InvalidInput;
        }

        var problem = scenario.ToProblem();
        if (request.Options.Need is { } need && problem.Demands.All(d => d.Need.Id != need))
        {
            SayUnknownNeed(problem, need);
            return ExitCode.InvalidInput;
        }

        AllocationPlan? read = null;
        if (request.Plan is { } path && (read = new PlanFiles(inputs, terminal, texts).Read(path, scenario, problem)) is null)
        {
            return ExitCode.InvalidInput;
        }

        var (explanation, exitCode) = await new Search(terminal, texts).RunAsync(
            (progress, stop) => read is null
                ? PlanAndExplainAsync(scenario, request.Options, progress, stop)
                : useCases.Explain(problem, read, false, request.Options, progress, stop),
            request.Quiet,
            "explain.stopped-empty");
        return explanation is null ? exitCode : Show(explanation, request.Json);
    }

    private async Task<PlanExplanation> PlanAndExplainAsync(Scenario scenario, ExplainOptions options, LiveProgress progress, CancellationToken stop)
    {
        // The plan that "plan" gives in the same time; the explanations have as much again.
        var planned = await useCases.Plan(scenario, new AllocationOptions { Time = options.Time }, progress, stop);
        // A plan cut short would be explained by its having been cut short.
        stop.ThrowIfCancellationRequested();
        return await useCases.Explain(planned.Problem, planned.Result.Plan, planned.Result.IsServiceProven, options, progress, stop);
    }

    private int Show(PlanExplanation explanation, bool json)
    {
        var output = new StandardOutput(terminal, texts);
        return json
            ? output.Write(stream => ExplanationJson.Write(stream, explanation, texts.Culture))
            : output.Show(() => new ExplanationReport(terminal.Output, texts).Write(explanation));
    }

    private void SayUnknownNeed(AllocationProblem problem, string asked)
    {
        var known = problem.Demands.Select(d => d.Need.Id).ToList();
        IReadOnlyList<string> near = Nearest.To(asked, known, Suggestions);
        if (near.Count == 0)
        {
            near = [.. known.Where(id => id.Contains(asked, StringComparison.OrdinalIgnoreCase)).Take(Suggestions)];
        }

        terminal.Messages.WriteLine(near.Count == 0
            ? texts["explain.unknown-need", asked, string.Join(", ", known.Take(Suggestions))]
            : texts["explain.unknown-need.near", asked, string.Join(", ", near)]);
    }
}
