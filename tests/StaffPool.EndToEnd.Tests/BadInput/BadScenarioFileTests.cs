using System.Text;
using System.Text.Json;
using StaffPool.Testing;

namespace StaffPool.EndToEnd.Tests.BadInput;

/// <summary>Bad scenario files given to the real executable: a clear French message, the right code, nothing half-done.</summary>
public sealed class BadScenarioFileTests : IDisposable
{
    private static readonly string Good = File.ReadAllText(Path.Combine(Repository.Scenarios, "trois-residences", "scenario.yaml"));

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_empty_scenario_is_said_to_be_empty() =>
        await ShouldBeRefusedAsync(""u8.ToArray(), "Le fichier est vide");

    [Fact]
    public async Task An_unknown_commune_is_named_with_its_place_and_the_nearest() =>
        await ShouldBeRefusedAsync(Changed("commune: Ham,", "commune: Hamm,"), "scenario.yaml:23:78:", "Ham (80400");

    [Fact]
    public async Task A_truncated_file_is_refused_where_it_ends() =>
        await ShouldBeRefusedAsync(Encoding.UTF8.GetBytes(Good[..(Good.IndexOf("pins:", StringComparison.Ordinal) - 30)]), "scenario.yaml:");

    [Fact]
    public async Task Another_encoding_is_named() =>
        await ShouldBeRefusedAsync(Encoding.Latin1.GetBytes(Good), "Le fichier n’est pas en UTF-8", "Windows-1252");

    [Fact]
    public async Task Contradictory_pins_are_named_with_the_rule_that_they_break() =>
        await ShouldBeRefusedAsync(Changed("half-days: 13}", "half-days: 130}"), "aucun plan ne peut les garder toutes");

    [Fact]
    public async Task A_post_of_nothing_is_refused() =>
        await ShouldBeRefusedAsync(Changed("fte: 0.5", "fte: 0"), "scenario.yaml:38:123:");

    [Fact]
    public async Task A_grouping_without_any_capacity_left_gets_a_plan_with_nothing_in_it()
    {
        // A hundredth of a post makes two half-days, under the smallest block: nobody can go anywhere.
        var scenario = folder.Write("scenario.yaml", Good
            .Replace("fte: 0.8", "fte: 0.01", StringComparison.Ordinal).Replace("fte: 0.5", "fte: 0.01", StringComparison.Ordinal)
            .Replace("fte: 0.3", "fte: 0.01", StringComparison.Ordinal).Replace("fte: 0.2", "fte: 0.01", StringComparison.Ordinal)
            .Replace("half-days: 13}", "half-days: 0}", StringComparison.Ordinal));

        var run = await ToolProcess.RunAsync("plan", scenario, "--json", "--quiet");

        run.ShouldEnd(0);
        Totals(run).GetProperty("servedHalfDays").GetInt32().ShouldBeLessThan(10);
    }

    [Fact]
    public async Task A_profession_that_nobody_exercises_is_planned_as_unmet()
    {
        var scenario = folder.Write("scenario.yaml", Good
            .Replace("\nprofessionals:\n", "  - {id: orthophoniste, name: Orthophoniste}\n\nprofessionals:\n", StringComparison.Ordinal)
            .Replace("\npins:\n", "  - {site: les-erables, profession: orthophoniste, quantity: 100 half-days/year}\n\npins:\n", StringComparison.Ordinal));

        var run = await ToolProcess.RunAsync("plan", scenario, "--quiet");

        run.ShouldEnd(0, "Orthophoniste", "0,0\u00A0%", "Le plan peut être publié.");
    }

    [Fact]
    public async Task Ten_thousand_lines_are_read_and_checked_within_three_seconds()
    {
        var run = await ToolProcess.RunAsync("check", folder.Write("scenario.yaml", TenThousandLines()));

        run.ShouldEnd(0, "Le scénario est valide");
        run.Processor.ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Ten_thousand_lines_with_a_mistake_in_each_are_all_told()
    {
        var scenario = folder.Write("scenario.yaml", TenThousandLines().Replace("half-days/year", "half-dayz/year", StringComparison.Ordinal));

        var run = await ToolProcess.RunAsync("check", scenario);

        run.ShouldEnd(3, "half-dayz");
    }

    private async Task ShouldBeRefusedAsync(byte[] scenario, params string[] sentences)
    {
        var path = folder.Write("scenario.yaml", scenario);
        var output = Path.Combine(folder.Path, "out");

        var run = await ToolProcess.RunAsync("plan", path, "--out", output, "--quiet");

        run.ShouldEnd(3, sentences);
        run.Output.ShouldBeEmpty();
        Directory.Exists(output).ShouldBeFalse();
    }

    private static byte[] Changed(string what, string by)
    {
        Good.ShouldContain(what);
        return Encoding.UTF8.GetBytes(Good.Replace(what, by, StringComparison.Ordinal));
    }

    private static string TenThousandLines()
    {
        const int Each = 3_330;
        var sites = Good.IndexOf("professions:", StringComparison.Ordinal);
        var people = Good.IndexOf("professionals:", StringComparison.Ordinal);
        var lines = new StringBuilder(Good[..sites].TrimEnd() + "\n");
        Repeat(Each, i => $"  - {{id: s{i}, name: Résidence {i}, member: ehpad-tilleuls, commune: Nesle, kind: ehpad, places: 40}}\n");
        lines.Append(Good[sites..people]).Append("professionals:\n");
        Repeat(Each, i => $"  - {{id: e{i}, name: Ergothérapeute {i}, profession: ergotherapeute, employer: ehpad-tilleuls, base: s{i}, fte: 0.5}}\n");
        lines.Append("needs:\n");
        Repeat(Each, i => $"  - {{site: s{i}, profession: ergotherapeute, quantity: {20 + (i % 200)} half-days/year}}\n");
        return lines.ToString();

        void Repeat(int times, Func<int, FormattableString> line)
        {
            for (var i = 0; i < times; i++)
            {
                lines.Append(FormattableString.Invariant(line(i)));
            }
        }
    }

    private static JsonElement Totals(ToolRun run) => JsonDocument.Parse(run.Output).RootElement.GetProperty("totals");
}
