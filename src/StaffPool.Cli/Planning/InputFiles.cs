using Spectre.Console;
using StaffPool.Application.Geography;
using StaffPool.Application.Scenarios;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Terminals;
using StaffPool.Domain.Governance;

namespace StaffPool.Cli.Planning;

/// <summary>Brings the scenario that a command names, or says everything that is wrong with it.</summary>
internal sealed class InputFiles(UseCases useCases, Terminal terminal, CliTexts texts)
{
    /// <param name="asked">Folder, file or name.</param>
    /// <param name="roads">Service for the distances that the scenario does not give, null for none.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The scenario, or null once the reasons are on the terminal.</returns>
    public async Task<Scenario?> ReadScenarioAsync(string asked, Uri? roads, CancellationToken stop) =>
        Read(asked) is not (var scenario, _) ? null
        : scenario.Period is null ? NothingToPlan(scenario)
        : roads is null ? scenario
        : await CompleteAsync(scenario, roads, stop);

    private Scenario? NothingToPlan(Scenario scenario)
    {
        terminal.Messages.WriteLine(texts["input.nothing-to-plan", scenario.Name]);
        return null;
    }

    /// <summary>The scenario as it is, whether it plans or not.</summary>
    /// <param name="asked">Folder, file or name.</param>
    /// <returns>The scenario and the full path of its file; null once the reasons are on the terminal.</returns>
    public (Scenario Scenario, string Path)? Read(string asked)
    {
        var locator = ScenarioLocator.OfProcess();
        if (locator.Find(asked) is not { } path)
        {
            terminal.Messages.WriteLine(texts["input.scenario-not-found", asked]);
            if (locator.KnownNames() is { Count: > 0 } names)
            {
                terminal.Messages.WriteLine(texts["input.scenarios-known", string.Join(", ", names)]);
            }

            return null;
        }

        var input = useCases.ReadScenario(path);
        if (input.Scenario is not null)
        {
            return (input.Scenario, path);
        }

        foreach (var problem in input.Problems.OrderBy(p => p.Line).ThenBy(p => p.Column))
        {
            var place = problem.Line == 0
                ? Path.GetFileName(path)
                : FormattableString.Invariant($"{Path.GetFileName(path)}:{problem.Line}:{problem.Column}");
            WriteProblem(place, problem.Message.In(texts.Culture), problem.Advice.In(texts.Culture));
        }

        terminal.Messages.WriteLine(texts.Count("input.scenario-invalid", input.Problems.Count, path));
        return null;
    }

    /// <summary>A service that does not answer costs precision, not the plan.</summary>
    private async Task<Scenario> CompleteAsync(Scenario scenario, Uri roads, CancellationToken stop)
    {
        var detour = scenario.Grouping.Agreement.ValueOf(AgreementSettings.DetourFactor, scenario.PlannedPeriod().Start);
        terminal.Messages.WriteLine(texts["roads.asking", roads.Authority]);
        try
        {
            var (completed, withoutRoute) = await useCases.AskRoads(scenario, roads, stop);
            if (withoutRoute.Count > 0)
            {
                var pairs = string.Join(", ", withoutRoute.Select(p => texts["roads.pair", p.From.Name, p.To.Name]));
                terminal.Messages.WriteLine(texts.Count("roads.no-route", withoutRoute.Count, pairs, detour));
            }

            return completed;
        }
        catch (RoutingServiceException e)
        {
            terminal.Messages.WriteLine(texts["roads.unavailable", e.Text]);
            terminal.Messages.WriteLine(texts["roads.fallback", detour]);
            return scenario;
        }
    }

    /// <summary>One line that editors and terminals can jump to, and below it what to do.</summary>
    public void WriteProblem(string place, string message, string advice)
    {
        // Not wrapped: a place cut in two can no longer be clicked or searched.
        var writer = terminal.Messages.Profile.Out.Writer;
        writer.WriteLine($"{place}: {message}");
        writer.WriteLine($"    {advice}");
    }
}
