using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Planning;
using StaffPool.Documents.Scenarios;
using StaffPool.Solver.Planning;

namespace StaffPool.Cli.Planning;

/// <summary><c>staffpool what-if</c>: plans a scenario as it is and as it would be, and compares.</summary>
internal sealed class WhatIfCommand(UseCases useCases, InputFiles inputs, Terminal terminal, CliTexts texts)
{
    public async Task<int> RunAsync(WhatIfRequest request, CancellationToken stop)
    {
        if (await inputs.ReadScenarioAsync(request.Scenario, null, stop) is not { } scenario)
        {
            return ExitCode.InvalidInput;
        }

        var written = request.Changes.Select(c => $"--{WhatIfLine.NameOf(c.Kind)} {c.Text}").ToList();
        if (written.Count == 0)
        {
            terminal.Messages.WriteLine(texts["what-if.no-change"]);
            return ExitCode.Usage;
        }

        var reading = ChangeReader.Read(scenario, request.Changes);
        foreach (var problem in reading.Problems)
        {
            inputs.WriteProblem(written[problem.Line - 1], problem.Message.In(texts.Culture), problem.Advice.In(texts.Culture));
        }

        if (reading.Problems.Count > 0)
        {
            terminal.Messages.WriteLine(texts.Count("what-if.wrong", reading.Problems.Count));
            return ExitCode.Usage;
        }

        var (plans, exitCode) = await new Search(terminal, texts).RunAsync(
            (progress, stop) => BothAsync(scenario, reading.Changes, request, progress, stop), request.Quiet);
        return plans is null ? exitCode : Show(plans.Before, plans.After, written, request);
    }

    private async Task<Pair> BothAsync(
        Scenario scenario,
        IReadOnlyList<ScenarioChange> changes,
        WhatIfRequest request,
        IProgress<AllocationProgress> progress,
        CancellationToken stop)
    {
        var options = request.Options with { Time = request.Options.Time / 2 };
        var before = await useCases.Plan(scenario, options, progress, stop);
        var start = request.Keep ? scenario with { PlanInForce = before.Result.Plan } : scenario;
        var after = changes.Aggregate(start, (s, change) => change.ApplyTo(s));
        return new Pair(before, await useCases.Plan(after, options, progress, stop));
    }

    private int Show(PlannedAllocation before, PlannedAllocation after, List<string> written, WhatIfRequest request)
    {
        var comparison = PlanComparison.Of(
            new ComparedPlan(before.Problem, before.Result.Plan), new ComparedPlan(after.Problem, after.Result.Plan));
        if (request.Json)
        {
            var plans = new ComparedPlans(before.Scenario.Name, before.Scenario.Name)
            {
                Changes = written,
                ProvenBefore = before.Result.IsProvenOptimal,
                ProvenAfter = after.Result.IsProvenOptimal,
            };
            return new StandardOutput(terminal, texts).Write(stream => ComparisonJson.Write(stream, comparison, plans, texts.Culture));
        }

        var console = terminal.Output;
        Tables.WriteTitle(console, texts["what-if.title", before.Scenario.Title]);
        foreach (var change in written)
        {
            Tables.WriteLine(console, 2, change);
        }

        console.WriteLine(texts[request.Keep ? "what-if.kept" : "what-if.fresh"]);
        new ComparisonReport(console, texts).Write(comparison, request.Keep);
        WriteDoubt(before.Result, after.Result);
        return after.CanBePublished ? ExitCode.Success : ExitCode.Blocked;
    }

    /// <summary>A difference is only as sure as the two plans: says which aims were not settled.</summary>
    private void WriteDoubt(AllocationResult before, AllocationResult after)
    {
        var open = before.Levels.Zip(after.Levels)
            .Where(l => !l.First.IsProven || !l.Second.IsProven)
            .Select(l => ObjectiveTexts.Name(l.First.Objective, texts.Culture))
            .ToList();
        terminal.Output.WriteLine(open.Count == 0
            ? texts["what-if.proven"]
            : texts["what-if.doubt", string.Join(" ; ", open)]);
    }

    private sealed record Pair(PlannedAllocation Before, PlannedAllocation After);
}
