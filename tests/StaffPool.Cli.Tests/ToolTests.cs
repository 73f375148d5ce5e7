using System.Resources;
using System.Text.Json;
using StaffPool.Application.Geography;
using StaffPool.Application.Planning;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Texts;
using StaffPool.Documents.Scenarios;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;
using StaffPool.Testing;

namespace StaffPool.Cli.Tests;

/// <summary>Whole runs of the tool on hand-made plans: what is written where, and the exit code.</summary>
public sealed class ToolTests : IDisposable
{
    private static readonly EngineReport Portable = new(
        new EngineHostReport("native", false, "/opt/native"),
        new EngineHostReport("portable", true, "/opt/portable"),
        "portable", "portable", "/opt/node", "20.20.2", 2);

    private static readonly IReadOnlyList<EngineProbe> Proven =
    [
        new EngineProbe(EngineKind.Highs, "portable", "1.15.3", "Node.js 20.20.2 (Asyncify)", TimeSpan.FromSeconds(0.61), null),
        new EngineProbe(EngineKind.CpSat, "portable", "9.15", "Node.js 20.20.2 (Asyncify)", TimeSpan.FromSeconds(0.2), "Crashed: code 137"),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("staffpool-test-").FullName;
    private readonly FakeTerminal terminal = new();
    private readonly string scenarioFile;
    private UseCases useCases = NoUseCases.Any with
    {
        ReadScenario = _ => new ScenarioReading(TinyPlan.Scenario, []),
        Plan = (_, _, _, _) => Task.FromResult(TinyPlan.Planned),
        Explain = (_, _, _, _, _, _) => Task.FromResult(TinyExplanation.Explanation),
        InspectEngines = () => Portable,
        ProbeEngines = () => Task.FromResult(Proven),
        PlanAndExplain = (_, _, _, _, _) => Task.FromResult(TinyPlan.Planned with { Explanation = TinyExplanation.Explanation }),
    };

    public ToolTests()
    {
        scenarioFile = Path.Combine(folder, "scenario.yaml");
        File.WriteAllText(scenarioFile, "");
    }

    public void Dispose()
    {
        terminal.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_plan_fit_to_be_published_succeeds()
    {
        (await Run("plan", folder)).ShouldBe(ExitCode.Success);

        terminal.Output.ShouldContain("Qui va où");
        terminal.Output.ShouldContain("Le plan peut être publié.");
    }

    [Fact]
    public async Task A_plan_that_breaks_a_rule_is_shown_and_fails()
    {
        Plans(TinyPlan.Of(TinyPlan.Result with
        {
            Plan = new AllocationPlan(TinyPlan.Plan.Period, [new Assignment(TinyPlan.Anne, TinyPlan.DieticianAtNesle, 500)]),
        }));

        (await Run("plan", folder, "--lang", "en")).ShouldBe(ExitCode.Blocked);

        terminal.Output.ShouldContain("Diététicienne 1: 500 half-days planned, 114 possible (0.5 FTE).");
        terminal.Output.ShouldContain("The plan cannot be published");
    }

    [Fact]
    public async Task Options_reach_the_planner()
    {
        AllocationOptions? seen = null;
        useCases = useCases with
        {
            Plan = (_, options, _, _) =>
            {
                seen = options;
                return Task.FromResult(TinyPlan.Planned);
            },
        };

        (await Run("plan", scenarioFile, "--seed", "7", "--time", "1m30", "--steps", "5000", "--engine", "cp-sat")).ShouldBe(ExitCode.Success);

        seen.ShouldBe(new AllocationOptions { Seed = 7, Time = TimeSpan.FromSeconds(90), Steps = 5000, Engine = EngineChoice.CpSat });
    }

    [Fact]
    public async Task Json_leaves_nothing_else_on_the_standard_output()
    {
        (await Run("plan", folder, "--json")).ShouldBe(ExitCode.Success);

        terminal.Output.ShouldBeEmpty();
        JsonDocument.Parse(terminal.Raw).RootElement.GetProperty("formatVersion").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Files_are_written_and_named()
    {
        var output = Path.Combine(folder, "out");

        (await Run("plan", folder, "--out", output)).ShouldBe(ExitCode.Success);

        Directory.GetFiles(output).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["affectations.csv", "besoins.csv", "plan.html", "plan.json"]);
        terminal.Messages.ShouldContain("affectations.csv");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_loses_nothing()
    {
        (await Run("plan", folder, "--out", scenarioFile)).ShouldBe(ExitCode.CannotWrite);

        terminal.Output.ShouldContain("Qui va où");
        terminal.Messages.ShouldContain("Impossible d’écrire dans");
        var saved = SavedElsewhere();
        File.Exists(Path.Combine(saved, "plan.json")).ShouldBeTrue();
        Directory.Delete(saved, recursive: true);
    }

    [Fact]
    public async Task A_standard_output_that_cannot_be_written_loses_nothing()
    {
        var full = terminal.Terminal with { RawOutput = new FullDisk() };

        (await new Tool(useCases, full, TimeProvider.System).RunAsync(["plan", folder, "--json"])).ShouldBe(ExitCode.CannotWrite);

        terminal.Messages.ShouldContain("Impossible d’écrire sur la sortie standard");
        Directory.Delete(SavedElsewhere(), recursive: true);
    }

    [Fact]
    public async Task Every_problem_of_a_scenario_is_said_in_the_order_of_the_file()
    {
        useCases = useCases with
        {
            ReadScenario = _ => new ScenarioReading(null, [Problem(30, 2), Problem(4, 9), Problem(4, 3), Problem(0, 0)]),
        };

        (await Run("plan", folder)).ShouldBe(ExitCode.InvalidInput);

        terminal.Messages.Split('\n').Where(l => l.StartsWith("scenario.yaml", StringComparison.Ordinal)).Select(l => l.Split(": ")[0])
            .ShouldBe(["scenario.yaml", "scenario.yaml:4:3", "scenario.yaml:4:9", "scenario.yaml:30:2"]);
        terminal.Messages.ShouldContain("4 problèmes dans");
    }

    [Fact]
    public async Task A_scenario_that_does_not_exist_is_said_with_those_that_do()
    {
        (await Run("plan", "nowhere-at-all")).ShouldBe(ExitCode.InvalidInput);

        terminal.Messages.ShouldContain("Aucun scénario «\u00A0nowhere-at-all\u00A0»");
    }

    [Fact]
    public async Task Contradictory_pins_are_an_invalid_scenario()
    {
        var violations = PlanChecker.Check(
            TinyPlan.Planned.Problem, new AllocationPlan(TinyPlan.Plan.Period, [new Assignment(TinyPlan.Anne, TinyPlan.PsychologistAtHam, 5)]));
        useCases = useCases with { Plan = (_, _, _, _) => throw new ContradictoryPinsException([violations[0]]) };

        (await Run("plan", folder)).ShouldBe(ExitCode.InvalidInput);

        terminal.Messages.ShouldContain("aucun plan ne peut les garder toutes");
        terminal.Messages.ShouldContain("Diététicienne 1 est Diététicien");
    }

    [Fact]
    public async Task Road_distances_are_asked_of_the_service_and_counted()
    {
        Uri? asked = null;
        useCases = useCases with
        {
            AskRoads = (scenario, service, _) =>
            {
                asked = service;
                return Task.FromResult(new ScenarioOnRoads(scenario, [(TinyPlan.Nesle, TinyPlan.Epehy)]));
            },
        };

        (await Run("plan", folder, "--osrm", "http://routes.example/osrm")).ShouldBe(ExitCode.Success);

        asked.ShouldBe(new Uri("http://routes.example/osrm/"));
        terminal.Messages.ReplaceLineEndings(" ").ShouldContain("1 paire de sites sans route connue");
        terminal.Messages.ShouldContain("EHPAD de");
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("check")]
    public async Task A_service_that_does_not_answer_is_a_warning(string command)
    {
        var text = new Text(new ResourceManager("StaffPool.Application.Geography.RoutingTexts", typeof(OsrmDistances).Assembly), "routing.unreachable", ["OSRM", "…"]);
        useCases = useCases with { AskRoads = (_, _, _) => throw new RoutingServiceException(text) };

        (await Run(command, folder, "--osrm", "http://routes.example")).ShouldBe(ExitCode.Success);

        terminal.Messages.ReplaceLineEndings(" ").ShouldContain("Avertissement\u00A0: Le service de distances OSRM ne répond pas");
        terminal.Messages.ShouldContain("estimées à vol d’oiseau × 1,3.");
    }

    [Fact]
    public async Task A_missing_engine_says_what_to_do()
    {
        useCases = useCases with { Plan = (_, _, _, _) => throw new EngineUnavailableException(EngineUnavailableKind.NodeMissing, "") };

        (await Run("plan", folder)).ShouldBe(ExitCode.EngineUnavailable);

        terminal.Messages.ShouldContain("Node.js, qui fait tourner le moteur portable, est introuvable.");
        terminal.Messages.ShouldContain("Installer Node.js 20");
    }

    [Fact]
    public async Task Stopped_with_a_plan_is_a_success_that_says_so()
    {
        Plans(TinyPlan.Of(TinyPlan.Result with { End = AllocationEnd.Stopped }));

        (await Run("plan", folder)).ShouldBe(ExitCode.Success);

        terminal.Output.ReplaceLineEndings(" ").ShouldContain("Arrêté par l’utilisateur\u00A0; prouvés optimaux\u00A0: 3 objectifs sur 5\u00A0; plus grand écart restant\u00A0: 100,0\u00A0%");
    }

    [Fact]
    public async Task Stopped_with_nothing_is_said_and_has_its_own_code()
    {
        useCases = useCases with { Plan = (_, _, _, _) => throw new OperationCanceledException() };

        (await Run("plan", folder)).ShouldBe(ExitCode.Stopped);

        terminal.Messages.ShouldContain("Arrêté avant qu’un plan soit trouvé.");
    }

    [Fact]
    public async Task An_unexpected_error_is_one_line_and_a_log()
    {
        useCases = useCases with { Plan = (_, _, _, _) => throw new InvalidOperationException("boom") };

        (await Run("plan", folder)).ShouldBe(ExitCode.Crash);

        terminal.Messages.ShouldNotContain("   at ");
        var log = terminal.Messages.ReplaceLineEndings("").Split("dans ")[1].Trim();
        File.ReadAllText(log).ShouldContain("InvalidOperationException: boom");
        File.Delete(log);
    }

    [Fact]
    public async Task A_plan_file_is_checked_without_planning()
    {
        useCases = useCases with { Plan = (_, _, _, _) => throw new InvalidOperationException("must not plan") };
        var path = Path.Combine(folder, "plan.json");
        File.WriteAllText(path, """{"formatVersion": 1, "assignments": [{"professional": "anne", "need": "n1", "halfDays": 500}]}""");

        (await Run("check", folder, path)).ShouldBe(ExitCode.Blocked);

        terminal.Output.ShouldContain("500 demi-journées prévues pour 114 possibles");
    }

    [Fact]
    public async Task A_broken_plan_file_is_said_line_by_line()
    {
        var path = Path.Combine(folder, "plan.json");
        File.WriteAllText(path, """{"formatVersion": 1, "assignments": [{"professional": "x", "need": "y", "halfDays": 1}]}""");

        (await Run("check", folder, path)).ShouldBe(ExitCode.InvalidInput);

        terminal.Messages.ShouldContain("plan.json:assignments[0].professional: Aucun professionnel «\u00A0x\u00A0» dans le scénario.");
        terminal.Messages.ShouldContain("2 problèmes dans");
    }

    [Fact]
    public async Task A_scenario_alone_can_be_checked()
    {
        (await Run("check", folder, "--lang", "en")).ShouldBe(ExitCode.Success);

        terminal.Output.ReplaceLineEndings(" ").ShouldContain("2 members, 3 sites, 3 professionals, 4 needs; 330 half-days asked");
    }

    [Fact]
    public async Task Doctor_says_which_engines_are_in_use_and_what_would_be_faster()
    {
        (await Run("doctor")).ShouldBe(ExitCode.Success);

        Snapshot.Match(
            terminal.Output.Replace(Environment.Version.ToString(), "<.NET>", StringComparison.Ordinal)
                .Replace(CliTexts.French.Count("doctor.cores", Environment.ProcessorCount), "<cores>", StringComparison.Ordinal),
            "doctor.fr");
    }

    [Fact]
    public async Task Without_any_engine_doctor_fails()
    {
        useCases = useCases with { InspectEngines = () => Portable with { Portable = Portable.Portable with { Available = false }, CpSatHost = null, HighsHost = null, NodeVersion = null, NodePath = null }, ProbeEngines = () => Task.FromResult<IReadOnlyList<EngineProbe>>([]) };

        (await Run("doctor")).ShouldBe(ExitCode.EngineUnavailable);

        terminal.Output.ShouldContain("Installer Node.js et npm");
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task The_whole_result_reads_well(string language)
    {
        (await Run("plan", folder, "--lang", language)).ShouldBe(ExitCode.Success);

        Snapshot.Match(terminal.Output, $"plan.{language}");
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Explanations_read_well(string language)
    {
        (await Run("explain", folder, "--rules", "--lang", language)).ShouldBe(ExitCode.Success);

        Snapshot.Match(terminal.Output, $"explain.{language}");
    }

    [Fact]
    public async Task Options_reach_the_explanation()
    {
        ExplainOptions? seen = null;
        var proven = true;
        useCases = useCases with
        {
            Plan = (_, _, _, _) => throw new InvalidOperationException("must not plan"),
            Explain = (_, _, isProven, options, _, _) =>
            {
                (seen, proven) = (options, isProven);
                return Task.FromResult(TinyExplanation.Explanation);
            },
        };
        var path = Path.Combine(folder, "plan.json");
        File.WriteAllText(path, """{"formatVersion": 1, "assignments": [{"professional": "anne", "need": "n1", "halfDays": 5}]}""");

        (await Run("explain", folder, "--plan", path, "--need", "n2", "--time", "20", "--all", "--json")).ShouldBe(ExitCode.Success);

        seen.ShouldBe(new ExplainOptions { Need = "n2", Time = TimeSpan.FromSeconds(20), MostNeeds = int.MaxValue });
        proven.ShouldBeFalse();
        terminal.Output.ShouldBeEmpty();
        JsonDocument.Parse(terminal.Raw).RootElement.GetProperty("explanations").GetProperty("needs").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_plan_can_be_explained_in_the_same_run_on_the_screen_and_in_its_files()
    {
        var output = Path.Combine(folder, "out");

        (await Run("plan", folder, "--explain", "--out", output)).ShouldBe(ExitCode.Success);

        terminal.Output.ShouldContain("Ce qui aiderait, du moins coûteux au plus coûteux");
        terminal.Output.ShouldContain("Ce que coûte chaque règle");
        var page = await File.ReadAllTextAsync(Path.Combine(output, "plan.html"), TestContext.Current.CancellationToken);
        page.ShouldContain("<h3>Ce qui aiderait, du moins coûteux au plus coûteux</h3>");
        page.ShouldContain("<h3>Ce que coûte chaque règle</h3>");
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(output, "plan.json"), TestContext.Current.CancellationToken));
        json.RootElement.GetProperty("explanations").GetProperty("needs").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_plan_that_could_not_be_explained_is_shown_and_it_is_said()
    {
        useCases = useCases with { PlanAndExplain = (_, _, _, _, _) => Task.FromResult(TinyPlan.Planned) };

        (await Run("plan", folder, "--explain")).ShouldBe(ExitCode.Success);

        terminal.Output.ShouldContain("Le plan peut être publié.");
        terminal.Messages.ShouldContain("Le plan n’est pas expliqué");
    }

    [Fact]
    public async Task Stopped_before_anything_is_explained_it_says_so_with_the_code_of_a_stop()
    {
        useCases = useCases with { Explain = (_, _, _, _, _, _) => throw new OperationCanceledException() };

        (await Run("explain", folder)).ShouldBe(ExitCode.Stopped);

        terminal.Messages.ShouldContain("Arrêté avant la première explication.");
    }

    [Theory]
    [InlineData("n22", "peut-être\u00A0: n2")]
    [InlineData("nowhere/psychologue", "par exemple\u00A0: n1, n2, n3, n4")]
    public async Task A_need_that_does_not_exist_is_answered_with_those_that_do(string need, string suggestion)
    {
        (await Run("explain", folder, "--need", need)).ShouldBe(ExitCode.InvalidInput);

        terminal.Messages.ReplaceLineEndings(" ").ShouldContain(suggestion);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task The_help_is_in_the_language_asked_for(string language)
    {
        (await Run("--help", "--lang", language)).ShouldBe(ExitCode.Success);
        (await Run("plan", "--help", "--lang", language)).ShouldBe(ExitCode.Success);
        (await Run("explain", "--help", "--lang", language)).ShouldBe(ExitCode.Success);

        Snapshot.Match(terminal.Output, $"help.{language}");
    }

    [Theory]
    [InlineData("«\u00A0plann\u00A0» n’est ni une commande ni une option\u00A0; peut-être «\u00A0plan\u00A0»\u00A0?", "plann")]
    [InlineData("«\u00A0--sed\u00A0» n’est ni une commande ni une option\u00A0; peut-être «\u00A0--seed\u00A0»\u00A0?", "plan", "--sed", "3")]
    [InlineData("«\u00A0-3\u00A0» n’est pas une graine\u00A0: donner un nombre entier positif ou nul.", "plan", "--seed", "-3")]
    [InlineData("«\u00A0soon\u00A0» n’est pas une durée\u00A0: écrire par exemple 90, 90s, 1m30 ou 1h.", "plan", "--time", "soon")]
    [InlineData("«\u00A00\u00A0» n’est pas un nombre de pas\u00A0: donner un nombre entier positif.", "plan", "--steps", "0")]
    [InlineData("«\u00A0gurobi\u00A0» n’est pas un moteur\u00A0: auto, cp-sat ou highs.", "plan", "--engine", "gurobi")]
    [InlineData("«\u00A0routes\u00A0» n’est pas l’adresse d’un service\u00A0: écrire par exemple http://localhost:5000.", "plan", "--osrm", "routes")]
    [InlineData("«\u00A0de\u00A0» n’est pas une langue\u00A0: fr ou en.", "plan", "--lang", "de")]
    [InlineData("L’option --seed attend une valeur.", "plan", "--seed")]
    [InlineData("L’option --seed est donnée plusieurs fois.", "plan", "--seed", "1", "--seed", "2")]
    [InlineData("L’argument SCÉNARIO manque.", "check")]
    [InlineData("«\u00A0c\u00A0» n’est ni une commande ni une option.", "check", "a", "b", "c")]
    public async Task A_wrong_line_is_answered_in_french_with_one_sentence(string sentence, params string[] arguments)
    {
        (await Run(arguments)).ShouldBe(ExitCode.Usage);

        terminal.Output.ShouldBeEmpty();
        terminal.Messages.Split('\n')[0].TrimEnd().ShouldBe(sentence);
        terminal.Messages.ShouldNotContain("Unrecognized");
        terminal.Messages.ShouldNotContain("Required");
    }

    [Fact]
    public async Task The_version_is_told()
    {
        (await Run("--version")).ShouldBe(ExitCode.Success);

        terminal.Output.ShouldStartWith("0.1.0");
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    public async Task A_narrow_terminal_breaks_nothing(int width)
    {
        using var narrow = new FakeTerminal(width);

        (await new Tool(useCases, narrow.Terminal, TimeProvider.System).RunAsync(["plan", folder])).ShouldBe(ExitCode.Success);
    }

    private string SavedElsewhere()
    {
        var sentence = terminal.Messages.Split('\n').Single(l => l.Contains("pas perdu", StringComparison.Ordinal));
        return sentence[sentence.IndexOf(Path.GetTempPath(), StringComparison.Ordinal)..].Trim();
    }

    private static ScenarioProblem Problem(int line, int column)
    {
        var text = new Text(new ResourceManager("StaffPool.Cli.CliTexts", typeof(CliTexts).Assembly), "report.none", []);
        return new ScenarioProblem(line, column, text, text);
    }

    private void Plans(PlannedAllocation planned) => useCases = useCases with { Plan = (_, _, _, _) => Task.FromResult(planned) };

    private Task<int> Run(params string[] arguments) => new Tool(useCases, terminal.Terminal, TimeProvider.System).RunAsync(arguments);

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");
    }
}
