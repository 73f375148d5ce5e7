using System.Text.Json;
using StaffPool.Testing;

namespace StaffPool.EndToEnd.Tests.Scenarios;

/// <summary>Every scenario through the real command line, held against its expected.yaml.</summary>
public sealed class ExpectedFactsTests
{
    public static TheoryData<string> Names { get; } =
        [.. Directory.GetDirectories(Repository.Scenarios)
            .Where(f => File.Exists(Path.Combine(f, "expected.yaml")))
            .Select(f => Path.GetFileName(f))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_scenario_gives_its_expected_facts(string name)
    {
        var run = await ToolProcess.RunAsync("scenario", Path.Combine(Repository.Scenarios, name), "--json", "--time", "15s");

        run.ExitCode.ShouldBe(0, run.Messages);
        using var report = JsonDocument.Parse(run.Output);
        report.RootElement.GetProperty("sections").GetArrayLength().ShouldBePositive();
    }

    [Fact]
    public async Task A_fact_that_is_not_found_fails_and_names_the_nearest_paths()
    {
        using var folder = new TemporaryFolder();
        var scenario = folder.Write("scenario.yaml", await File.ReadAllTextAsync(
            Path.Combine(Repository.Scenarios, "fil-rouge-35", "scenario.yaml"), TestContext.Current.CancellationToken));
        folder.Write("expected.yaml", "- {fact: rights.votes.apasse.votes, is: 43, arithmetic: x}\n- {fact: rights.votes.ati.votes, is: 3, arithmetic: x}\n");

        var run = await ToolProcess.RunAsync("scenario", scenario);

        run.ExitCode.ShouldBe(1);
        run.Messages.ShouldContain("rights.votes.apase.votes");
        run.Messages.ShouldContain("rights.votes.ati.votes vaut 2, attendu 3");
    }

    [Fact]
    public async Task Who_pays_what_is_told_by_a_scenario_that_only_shares_costs()
    {
        using var folder = new TemporaryFolder();
        var scenario = folder.Write("scenario.yaml", """
            format: 1
            title: Deux membres partagent un poste
            synthetic: true
            grouping: {name: Groupement}
            members:
              - {id: a, name: Membre A, kind: private-non-profit}
              - {id: b, name: Membre B, kind: private-non-profit}
            costs:
              exercise: 2026
              centres:
                - id: psy
                  name: Psychologue
                  keys: [{from: 2026-01-01, key: half-days-worked, reference: Convention}]
                  items: [{label: Salaire, nature: wages, amount: 1000.00}]
              facts: [{measure: half-days-worked, values: {a: 2, b: 1}}]
            """);
        folder.Write("expected.yaml", "- {fact: costs.due.a.due, is: 666.67, arithmetic: 1000 x 2 / 3}\n- {fact: costs.findings.blocking.count, is: 0, arithmetic: x}\n");

        var run = await ToolProcess.RunAsync("scenario", scenario);

        run.ExitCode.ShouldBe(0, run.Messages);
        run.Output.ShouldContain("Qui paie quoi");
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("- {fact: rights.findings.rights.single-member.count, is: 1, arithmetic: one member}\n", 0)]
    [InlineData("- {fact: rights.findings.blocking.count, at-least: 1, arithmetic: one member}\n", 0)]
    [InlineData("- {fact: rights.findings.warnings.count, is: 0, arithmetic: none}\n", 1)]
    public async Task A_blocking_finding_fails_unless_it_is_expected(string expected, int exitCode)
    {
        using var folder = new TemporaryFolder();
        var scenario = folder.Write("scenario.yaml", """
            format: 1
            title: Un membre seul
            synthetic: true
            grouping: {name: Groupement}
            members: [{id: a, name: Membre A, kind: private-non-profit}]
            rights: [{from: 2026-01-01, shares: {policy: equal, each: 1}, reference: Convention}]
            """);
        if (expected.Length > 0)
        {
            folder.Write("expected.yaml", expected);
        }

        var run = await ToolProcess.RunAsync("scenario", scenario);

        run.ExitCode.ShouldBe(exitCode, run.Messages);
        run.Messages.Contains("Constat bloquant", StringComparison.Ordinal).ShouldBe(exitCode == 1);
    }

    [Fact]
    public async Task Nothing_is_planned_where_a_scenario_plans_nothing()
    {
        var run = await ToolProcess.RunAsync("plan", Path.Combine(Repository.Scenarios, "fil-rouge-35"));

        run.ExitCode.ShouldBe(3);
        run.Messages.ShouldContain("ne planifie rien");
    }
}
