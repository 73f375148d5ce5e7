using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Planning;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Texts;
using StaffPool.Solver.Engines;
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

        using var stop = new StopRequests(() => terminal.Messages.WriteLine(texts["explain.stopping"]), Leave);
        AllocationPlan? plan;
        var isProven = false;
        if (request.Plan is { } path)
        {
            plan = new PlanFiles(inputs, terminal, texts).Read(path, scenario, problem);
            if (plan is null)
            {
                return ExitCode.InvalidInput;
            }
        }
        else
        {
            var (planned, code) = await PlanAsync(scenario, request, stop.Token);
            if (planned is null)
            {
                return code;
            }

            (problem, plan, isProven) = (planned.Problem, planned.Result.Plan, planned.Result.IsProvenOptimal);
        }

        PlanExplanation explanation;
        try
        {
            explanation = await useCases.Explain(problem, plan, isProven, request.Options, request.Quiet ? null : new Steps(terminal, texts), stop.Token);
        }
        catch (EngineUnavailableException e)
        {
            return SayUnavailable(e);
        }

        return Show(explanation, request.Json);
    }

    private async Task<(PlannedAllocation? Planned, int Code)> PlanAsync(Scenario scenario, ExplainRequest request, CancellationToken stop)
    {
        try
        {
            SayProgress(request, texts["explain.planning"]);
            // The plan that "plan" gives in the same time; the explanations have as much again.
            var options = new AllocationOptions { Time = request.Options.Time };
            return (await Task.Run(() => useCases.Plan(scenario, options, null, stop)), ExitCode.Success);
        }
        catch (ContradictoryPinsException e)
        {
            terminal.Messages.WriteLine(texts["input.pins"]);
            new CheckerReport(terminal.Messages, texts).Write(e.Violations, allWarnings: true);
            terminal.Messages.WriteLine(texts["input.pins.advice"]);
            return (null, ExitCode.InvalidInput);
        }
        catch (EngineUnavailableException e)
        {
            return (null, SayUnavailable(e));
        }
    }

    private int Show(PlanExplanation explanation, bool json)
    {
        try
        {
            if (json)
            {
                ExplanationJson.Write(terminal.RawOutput, explanation, texts.Culture);
                terminal.RawOutput.Flush();
            }
            else
            {
                new ExplanationReport(terminal.Output, texts).Write(explanation);
            }

            return ExitCode.Success;
        }
        catch (IOException e)
        {
            terminal.Messages.WriteLine(texts["output.stdout-failed", e.Message]);
            return ExitCode.CannotWrite;
        }
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

    private int SayUnavailable(EngineUnavailableException e)
    {
        terminal.Messages.WriteLine(texts[$"engine.unavailable.{e.Kind}", e.Detail]);
        terminal.Messages.WriteLine(texts[$"engine.unavailable.{e.Kind}.advice"]);
        return ExitCode.EngineUnavailable;
    }

    private void SayProgress(ExplainRequest request, string message)
    {
        if (!request.Quiet)
        {
            terminal.Messages.WriteLine(message);
        }
    }

    private void Leave(int exitCode)
    {
        terminal.Messages.WriteLine();
        Environment.Exit(exitCode);
    }

    private sealed class Steps(Terminal terminal, CliTexts texts) : IProgress<ExplainProgress>
    {
        public void Report(ExplainProgress value)
        {
            var what = value.Need is { } need ? new ExplanationSentences(texts.Culture).Title(need) : texts["explain.rules"];
            terminal.Messages.WriteLine(texts["explain.step", value.Done + 1, value.Steps, what]);
        }
    }
}
