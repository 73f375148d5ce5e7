using StaffPool.Testing;

namespace StaffPool.EndToEnd.Tests.BadInput;

/// <summary>Good files that ask for what nobody can give: a plan all the same, and what stands in the way in French.</summary>
public sealed class NoSolutionTests : IDisposable
{
    private static readonly string Good = File.ReadAllText(Path.Combine(Repository.Scenarios, "trois-residences", "scenario.yaml"));

    // Sentences in one line, to be found whole.
    private static readonly Dictionary<string, string> Wide = new(StringComparer.Ordinal) { ["COLUMNS"] = "400" };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_legal_minimum_beyond_everybody_is_told_with_its_text_and_the_nearest_plan_is_given()
    {
        // Five half-days a week make 130 in the half-year: the two dieticians have 113 together.
        var scenario = Scenario(
            "quantity: 1 half-day/week}",
            "quantity: 5 half-days/week, legal-minimum: {quantity: 5 half-days/week, reference: \"Texte d’essai\", confidence: choice}}");
        var output = Path.Combine(folder.Path, "out");

        var run = await ToolProcess.RunAsync(Wide, "plan", scenario, "--out", output, "--quiet");

        run.ShouldEnd(0, "Les Tilleuls, Diététicien", "sous le minimum légal de 130", "Texte d’essai");
        (await ToolProcess.RunAsync(Wide, "check", scenario, Path.Combine(output, "plan.json"))).ShouldEnd(0, "sous le minimum légal de 130");
    }

    [Fact]
    public async Task A_site_that_nobody_can_reach_is_planned_without_and_the_reason_is_the_distance()
    {
        var scenario = Scenario("value: {km: 20, mode: soft}", "value: {km: 30, mode: hard}");
        await File.WriteAllTextAsync(scenario, (await File.ReadAllTextAsync(scenario, TestContext.Current.CancellationToken))
            .Replace("\nprofessions:\n", "  - {id: la-baie, name: La Baie, member: foyer-erables, commune: Abbeville, kind: ehpad, places: 40}\n\nprofessions:\n", StringComparison.Ordinal)
            .Replace("\npins:\n", "  - {site: la-baie, profession: ergotherapeute, quantity: 2 half-days/week}\n\npins:\n", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var plan = await ToolProcess.RunAsync(Wide, "plan", scenario, "--quiet");
        var why = await ToolProcess.RunAsync(Wide, "explain", scenario, "--need", "la-baie/ergotherapeute", "--quiet");

        plan.ShouldEnd(0, "La Baie", "Le plan peut être publié.");
        why.ShouldEnd(0, "Rien n’est servi", "limite\u00A0: 30");
    }

    private string Scenario(string what, string by)
    {
        Good.ShouldContain(what);
        return folder.Write("scenario.yaml", Good.Replace(what, by, StringComparison.Ordinal));
    }
}
