using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Domain.Planning;
using StaffPool.Solver.Planning;

namespace StaffPool.Cli.Planning;

/// <summary>What to remember of a run, last on the screen.</summary>
internal sealed class SummaryReport(IAnsiConsole console, CliTexts texts)
{
    public static string ServedSentence(AllocationProblem problem, AllocationPlan plan, CliTexts texts)
    {
        var whole = NeedsServedByGroup.Whole(problem, plan);
        return texts[
            "summary.served", whole.Served, whole.Asked, texts.Percent(whole.Share), whole.Unmet, Travel.Of(problem, plan).Kilometres];
    }

    public void Write(PlannedAllocation planned)
    {
        var result = planned.Result;
        console.WriteLine();
        console.Write(new Text(ServedSentence(planned.Problem, result.Plan, texts) + "\n", Tables.Strong));
        console.WriteLine(HowGood(result));
        foreach (var same in result.Incidents.GroupBy(i => IncidentTexts.Sentence(i, texts.Culture)))
        {
            var sentence = same.Count() == 1 ? same.Key : texts["checker.times", same.Key, same.Count()];
            console.Write(new Text(texts["summary.incident", sentence] + "\n", Tables.Doubtful));
        }

        console.Write(planned.CanBePublished
            ? new Text(texts["summary.publishable"] + "\n", Tables.Good)
            : new Text(texts["summary.not-publishable"] + "\n", Tables.Bad));
        if (planned.Scenario.HasSyntheticValues)
        {
            console.Write(new Text(texts["summary.synthetic"] + "\n", Tables.Faint));
        }
    }

    private string HowGood(AllocationResult result)
    {
        if (result.IsProvenOptimal)
        {
            return texts["summary.proven"];
        }

        if (result.Composite is { } composite)
        {
            return texts["summary.composite", composite.Gap * 100];
        }

        var proven = result.Levels.Count(l => l.IsProven);
        var widest = result.Levels.MaxBy(l => l.Gap)!;
        return result.End == AllocationEnd.Stopped
            ? texts["summary.stopped", proven, result.Levels.Count, widest.Gap * 100, ObjectiveTexts.Name(widest.Objective, texts.Culture)]
            : texts["summary.limit", proven, result.Levels.Count];
    }
}
