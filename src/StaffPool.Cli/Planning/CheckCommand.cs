using Spectre.Console;
using StaffPool.Application.Scenarios;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Terminals;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;

namespace StaffPool.Cli.Planning;

/// <summary><c>staffpool check</c>: a scenario alone, or a plan against it, whatever made the plan.</summary>
internal sealed class CheckCommand(InputFiles inputs, Terminal terminal, CliTexts texts)
{
    public async Task<int> RunAsync(CheckRequest request, CancellationToken stop)
    {
        if (await inputs.ReadScenarioAsync(request.Scenario, request.Roads, stop) is not { } scenario)
        {
            return ExitCode.InvalidInput;
        }

        var problem = scenario.ToProblem();
        return request.Plan is null ? CheckScenario(problem) : CheckPlan(scenario, problem, request.Plan);
    }

    private int CheckScenario(AllocationProblem problem)
    {
        var grouping = problem.Grouping;
        terminal.Output.WriteLine(texts[
            "summary.scenario-valid", grouping.Members.Count, grouping.Sites.Count, grouping.Professionals.Count,
            grouping.Needs.Count, problem.Demands.Sum(d => d.HalfDays), grouping.Professionals.Sum(problem.CapacityOf)]);
        var contradictions = PlanChecker.CheckPins(problem);
        if (contradictions.Count == 0)
        {
            return ExitCode.Success;
        }

        terminal.Output.WriteLine(texts["input.pins"]);
        new CheckerReport(terminal.Output, texts).Write(contradictions, allWarnings: true);
        return ExitCode.Blocked;
    }

    private int CheckPlan(Scenario scenario, AllocationProblem problem, string path)
    {
        if (new PlanFiles(inputs, terminal, texts).Read(path, scenario, problem) is not { } plan)
        {
            return ExitCode.InvalidInput;
        }

        var violations = PlanChecker.Check(problem, plan);
        new NeedsReport(terminal.Output, texts).Write(problem, plan);
        Tables.WriteTitle(terminal.Output, texts["checker.title"]);
        new CheckerReport(terminal.Output, texts).Write(violations, allWarnings: true);
        var publishable = !violations.AnyBlocking();
        terminal.Output.WriteLine();
        terminal.Output.WriteLine(SummaryReport.ServedSentence(problem, plan, texts));
        terminal.Output.WriteLine(texts[publishable ? "summary.publishable" : "summary.not-publishable"]);
        return publishable ? ExitCode.Success : ExitCode.Blocked;
    }
}
