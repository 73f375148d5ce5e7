using Spectre.Console;
using StaffPool.Application.Geography;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Cli.Terminals;

namespace StaffPool.Cli.Planning;

/// <summary>A planned allocation on the terminal, from the facts of the run down to what to remember.</summary>
internal sealed class PlanReport(IAnsiConsole console, CliTexts texts)
{
    public void Write(PlannedAllocation planned)
    {
        WriteHeader(planned);
        WriteObjectives(planned);
        new NeedsReport(console, texts).Write(planned.Problem, planned.Result.Plan);
        new WhoGoesWhereReport(console, texts).Write(planned.Problem, planned.Result.Plan);
        WriteDisturbance(planned);
        new UnmetReport(console, texts).Write(planned.Problem, planned.Result.Plan);
        if (planned.Explanation is { } explanation)
        {
            new ExplanationReport(console, texts).WriteLargest(explanation);
        }

        Tables.WriteTitle(console, texts["checker.title"]);
        new CheckerReport(console, texts).Write(planned.Violations, allWarnings: false);
        new SummaryReport(console, texts).Write(planned);
    }

    private void WriteDisturbance(PlannedAllocation planned)
    {
        if (planned.Problem.PlanInForce is { } inForce)
        {
            Tables.WriteTitle(console, texts["disturbed.title"]);
            new PeopleChangesReport(console, texts).Write(PlanComparison.Of(
                new ComparedPlan(planned.Problem, inForce), new ComparedPlan(planned.Problem, planned.Result.Plan)));
        }
    }

    private void WriteHeader(PlannedAllocation planned)
    {
        var (scenario, problem, result) = (planned.Scenario, planned.Problem, planned.Result);
        Tables.WriteTitle(console, scenario.Title);
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        Line("report.scenario", scenario.Name);
        Line("report.grouping", scenario.Grouping.Name);
        Line("report.period", texts["report.period.value", texts.Date(problem.Period.Start), texts.Date(problem.Period.End)]);
        Line("report.inputs", texts[
            "report.inputs.value", scenario.Grouping.Members.Count, scenario.Grouping.Sites.Count,
            scenario.Grouping.Professionals.Count, problem.Demands.Count, PlanFile.ShortOf(scenario.InputHash)]);
        if (scenario.PlanInForceFile is { } inForce)
        {
            Line("report.in-force", texts["report.in-force.value", inForce.Name, inForce.ShortHash]);
        }

        Line("report.distances", Distances(planned));
        Line("report.engines", result.Engines.Count == 0 ? texts["report.none"] : string.Join(", ", result.Engines));
        Line("report.seed", result.Options.Steps is { } steps
            ? texts["report.seed.steps", result.Options.Seed, steps]
            : texts["report.seed.value", result.Options.Seed]);
        Line("report.time", texts["report.time.value", texts.Duration(result.Elapsed), texts.Duration(result.FirstPlan)]);
        console.Write(grid);

        void Line(string key, string value) => grid.AddRow(new Text(texts[key], Tables.Faint), new Text(value));
    }

    private string Distances(PlannedAllocation planned)
    {
        var sources = DistanceSources.Of(planned.Scenario);
        var parts = new (string Key, long Pairs)[]
        {
            ("report.distances.scenario", sources.FromScenario),
            ("report.distances.service", sources.FromService),
            ("report.distances.great-circle", sources.GreatCircle),
        };
        return texts[
            "report.distances.value",
            parts.Sum(p => p.Pairs),
            string.Join(", ", parts.Where(p => p.Pairs > 0).Select(p => texts[p.Key, p.Pairs, planned.Problem.Distances.DetourFactor]))];
    }

    private void WriteObjectives(PlannedAllocation planned)
    {
        var table = Tables.New()
            .AddColumn(Tables.Words(texts["objectives.objective"]))
            .AddColumn(Tables.Figures(texts["objectives.value"]))
            .AddColumn(Tables.Figures(texts["objectives.bound"]))
            .AddColumn(Tables.Figures(texts["objectives.gap"]));
        foreach (var level in planned.Result.Measures)
        {
            table.AddRow(
                new Text(ObjectiveTexts.Name(level.Objective, texts.Culture)),
                new Text(ObjectiveTexts.Amount(level.Value, level.Objective.Unit, texts.Culture)),
                new Text(ObjectiveTexts.Amount(level.Bound, level.Objective.Unit, texts.Culture)),
                level.IsProven
                    ? new Text(texts["objectives.proven"], Tables.Good)
                    : new Text(texts["objectives.gap.value", level.Gap * 100], Tables.Doubtful));
        }

        Tables.WriteTitle(console, texts["objectives.title"]);
        console.Write(table);
    }
}
