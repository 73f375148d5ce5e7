using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Documents.Scenarios;
using StaffPool.Solver.Planning.Posts;
using StaffPool.Testing;

namespace StaffPool.Cli.Tests.Planning;

/// <summary>Whole runs of compare, what-if, posts and plan --from on hand-made plans.</summary>
public sealed class OtherCommandsTests : IDisposable
{
    private const string Less = """{"formatVersion": 1, "assignments": [{"professional": "anne", "need": "n1", "halfDays": 50}, {"professional": "bruno", "need": "n3", "halfDays": 100}]}""";
    private const string More = """{"formatVersion": 1, "assignments": [{"professional": "anne", "need": "n1", "halfDays": 50}, {"professional": "bruno", "need": "n3", "halfDays": 120}, {"professional": "chloe", "need": "n4", "halfDays": 40}]}""";

    private readonly string folder = Directory.CreateTempSubdirectory("staffpool-test-").FullName;
    private readonly FakeTerminal terminal = new();
    private readonly List<Scenario> planned = [];

    public OtherCommandsTests()
    {
        File.WriteAllText(Path.Combine(folder, "scenario.yaml"), "");
        File.WriteAllText(Path.Combine(folder, "a.json"), Less);
        File.WriteAllText(Path.Combine(folder, "b.json"), More);
    }

    public void Dispose()
    {
        terminal.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Two_plan_files_are_compared_in_words()
    {
        (await Run("compare", FileAt("a.json"), FileAt("b.json"), "--scenario", folder)).ShouldBe(ExitCode.Success);

        terminal.Output.ShouldContain("1 personne change d’affectation, 20 demi-journées déplacées\u00A0; 1 garde la sienne.");
        terminal.Output.ShouldContain("EHPAD de Ham\u00A0: 20 demi-journées de plus (de 100 à 120)");
        terminal.Output.ShouldContain("commence à Foyer d’Épehy\u00A0: 40 demi-journées");
        terminal.Output.ShouldContain("60 demi-journées servies de plus (150, puis 210 sur 330)");
    }

    [Fact]
    public async Task A_comparison_in_json_leaves_nothing_else_on_the_standard_output()
    {
        (await Run("compare", FileAt("a.json"), FileAt("b.json"), "--scenario", folder, "--json")).ShouldBe(ExitCode.Success);

        terminal.Output.ShouldBeEmpty();
        JsonDocument.Parse(terminal.Raw).RootElement.GetProperty("halfDaysMoved").GetInt32().ShouldBe(20);
    }

    [Fact]
    public async Task The_same_plan_twice_is_said_to_be_the_same()
    {
        (await Run("compare", FileAt("a.json"), FileAt("a.json"), "--scenario", folder)).ShouldBe(ExitCode.Success);

        terminal.Output.ShouldContain("Les deux plans sont les mêmes.");
    }

    [Fact]
    public async Task A_plan_file_that_does_not_exist_is_an_invalid_input() =>
        (await Run("compare", FileAt("a.json"), FileAt("nowhere.json"), "--scenario", folder)).ShouldBe(ExitCode.InvalidInput);

    [Fact]
    public async Task The_plan_in_force_and_the_pins_of_the_line_reach_the_planner()
    {
        (await Run("plan", folder, "--from", FileAt("a.json"), "--pin", "bruno:n3=90", "--pin", "chloe:n3=4")).ShouldBe(ExitCode.Success);

        var scenario = planned.ShouldHaveSingleItem();
        scenario.PlanInForce!.Assignments.Count.ShouldBe(2);
        scenario.PlanInForceFile.ShouldBe(new PlanFile("a.json", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Less)))));
        terminal.Output.ShouldContain("a.json (empreinte ");
        scenario.Pins.Select(p => (p.Professional.Id, p.HalfDays)).ShouldBe([("bruno", 90), ("chloe", 4)]);
        terminal.Output.ShouldContain("Qui est dérangé par rapport au plan en vigueur");
    }

    [Fact]
    public async Task Wrong_pins_are_all_said_before_anything_is_planned()
    {
        (await Run("plan", folder, "--pin", "brun:n3=90", "--pin", "bruno=4")).ShouldBe(ExitCode.InvalidInput);

        planned.ShouldBeEmpty();
        terminal.Messages.ShouldContain("--pin brun:n3=90: «\u00A0brun\u00A0» n’est pas déclaré dans professionals.");
        terminal.Messages.ShouldContain("--pin bruno=4: «\u00A0bruno=4\u00A0» n’est pas une cellule à fixer.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_if_plans_as_it_is_and_as_it_would_be(bool keep)
    {
        string[] line = ["what-if", folder, "--fte", "anne=0.8", "--set", "sites.max-per-professional=2", .. keep ? ["--keep"] : Array.Empty<string>()];

        (await Run(line)).ShouldBe(ExitCode.Success);

        planned.Select(s => s.Grouping.Professionals[0].FullTimeEquivalent).ShouldBe([0.5m, 0.8m]);
        planned[1].ToProblem().MaxSites.ShouldBe(2);
        (planned[1].PlanInForce is not null).ShouldBe(keep);
        terminal.Output.ShouldContain("--set sites.max-per-professional=2");
        terminal.Output.ReplaceLineEndings(" ").ShouldContain("À lire avec prudence");
    }

    [Theory]
    [InlineData("Aucun changement à essayer")]
    [InlineData("«\u00A0nobody\u00A0» n’est pas déclaré dans professionals.", "--without", "nobody")]
    public async Task A_wrong_change_is_a_wrong_line(string sentence, params string[] changes)
    {
        (await Run(["what-if", folder, .. changes])).ShouldBe(ExitCode.Usage);

        planned.ShouldBeEmpty();
        terminal.Messages.ShouldContain(sentence);
    }

    [Fact]
    public async Task Posts_are_shown_with_who_shares_them_and_what_they_are_reckoned_to_cost()
    {
        (await Run("posts", folder, "--cost-per-fte", "psychologue=50000", "--cost-per-km", "0.5")).ShouldBe(ExitCode.Success);

        // Words only: lines are cut where the terminal ends, and the spaces before some signs are no-break ones.
        var words = string.Join(' ', terminal.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        words.ShouldContain("Poste 1 : temps plein, basé à EHPAD de Nesle, partagé entre 2 sites");
        words.ShouldContain("EHPAD de Ham : 150 demi-journées, à 12,4 km");
        // 150 x 12.4 km + 60 x 41 km in a half-year, twice that a year, at half a euro.
        words.ShouldContain("8 640 km par an ; environ 54 320 € par an");
        terminal.Output.ReplaceLineEndings(" ").ShouldContain("ce ne sont pas des données");
    }

    [Theory]
    [InlineData("Aucune profession «\u00A0psycologue\u00A0» dans le scénario.", "--cost-per-fte", "psycologue=5")]
    [InlineData("«\u00A0cher\u00A0» n’est pas un coût annuel.", "--cost-per-fte", "cher")]
    [InlineData("«\u00A00\u00A0» n’est pas une part\u00A0: écrire par exemple 80 ou 80%.", "--share", "0")]
    [InlineData("«\u00A00.25\u00A0» n’est pas une part de temps plein\u00A0: de 0.1 à 1, par dixièmes.", "--smallest-post", "0.25")]
    public async Task Wrong_figures_of_posts_are_a_wrong_line(string sentence, params string[] line)
    {
        (await Run(["posts", folder, .. line])).ShouldBe(ExitCode.Usage);

        terminal.Messages.ShouldContain(sentence);
    }

    private static Task<PostsProposed> Propose(
        Scenario scenario, PostOptions options, IProgress<PostProgress>? progress, CancellationToken stop)
    {
        var problem = scenario.ToProblem();
        var post = new ProposedPost(TinyPlan.Bruno, 10, 229, [.. TinyPlan.Plan.Of(TinyPlan.Bruno)]);
        return Task.FromResult(new PostsProposed(scenario, problem, options, new PostProposals(
            [new PostGroup([TinyPlan.Psychologist], 250, 210, 0, 0, [post], 10, true)], problem, TinyPlan.Plan, TimeSpan.FromSeconds(1), [])));
    }

    private string FileAt(string name) => Path.Combine(folder, name);

    private Task<int> Run(params string[] arguments)
    {
        var useCases = NoUseCases.Any with
        {
            ReadScenario = _ => new ScenarioReading(TinyPlan.Scenario, []),
            Plan = (scenario, _, _, _) =>
            {
                planned.Add(scenario);
                var problem = scenario.ToProblem();
                return Task.FromResult(new PlannedAllocation(scenario, problem, TinyPlan.Result, []));
            },
            ProposePosts = Propose,
        };
        return new Tool(useCases, terminal.Terminal, TimeProvider.System).RunAsync(arguments);
    }
}
