using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using StaffPool.Application.Planning;
using StaffPool.Documents.Planning;
using StaffPool.Domain.Planning;
using StaffPool.Solver.Planning.Posts;
using StaffPool.Testing;

namespace StaffPool.Documents.Tests.Planning;

/// <summary>The comparison and the posts as documents, and plan files read as the plan in force.</summary>
public sealed class OtherDocumentsTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    [Fact]
    public void The_documentation_explains_every_field_of_a_comparison() =>
        FieldsOf(Comparison()).Except(Explained()).ShouldBeEmpty();

    [Fact]
    public void The_documentation_explains_every_field_of_the_posts() =>
        FieldsOf(Posts()).Except(Explained().Append("costs.byProfession.psychologue")).ShouldBeEmpty();

    [Fact]
    public void A_plan_of_another_half_year_can_be_the_plan_in_force()
    {
        const string File = """
            {"formatVersion": 1, "inputs": {"period": {"start": "2026-07-01", "end": "2026-12-31"}}, "assignments": [
              {"professional": "anne", "need": "n1", "halfDays": 40}, {"professional": "gone", "need": "n1", "halfDays": 12}]}
            """;

        var reading = Read(File, asPlanInForce: true);

        reading.Problems.Select(p => p.Message.Key).ShouldBe(["plan.other-period.in-force", "plan.gone"]);
        reading.Plan!.Assignments.ShouldHaveSingleItem().HalfDays.ShouldBe(40);
        Read(File, asPlanInForce: false).Plan.ShouldBeNull();
    }

    [Fact]
    public void What_differs_between_the_inputs_of_two_files_is_said()
    {
        var before = HeaderOf(Plan());
        var after = HeaderOf(Plan().Replace(TinyPlan.Scenario.InputHash, "ffff", StringComparison.Ordinal)
            .Replace("\"value\": \"15 km, soft\"", "\"value\": \"30 km, soft\"", StringComparison.Ordinal));

        before.DifferencesTo(after).ShouldHaveSingleItem().In(French).ShouldBe("Réglage distance.from-seat\u00A0: 15 km, soft, puis 30 km, soft");
        before.DifferencesTo(before).ShouldBeEmpty();
        HeaderOf("not json").Hash.ShouldBeNull();
    }

    private static PlanHeader HeaderOf(string text) => PlanHeader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static PlanReading Read(string text, bool asPlanInForce) => PlanJson.Read(
        new MemoryStream(Encoding.UTF8.GetBytes(text)), TinyPlan.Scenario, TinyPlan.Scenario.ToProblem(), asPlanInForce);

    private static string Plan() => Written(stream => PlanJson.Write(stream, TinyPlan.Planned, French));

    private static string Comparison()
    {
        var problem = TinyPlan.Planned.Problem;
        var comparison = PlanComparison.Of(
            new ComparedPlan(problem, new AllocationPlan(problem.Period, [])), new ComparedPlan(problem, TinyPlan.Plan));
        return Written(stream => ComparisonJson.Write(stream, comparison, new ComparedPlans("a", "b"), French));
    }

    private static string Posts()
    {
        var problem = TinyPlan.Planned.Problem;
        var post = new ProposedPost(TinyPlan.Bruno, 10, 229, [.. TinyPlan.Plan.Of(TinyPlan.Bruno)]);
        var proposals = new PostProposals(
            [new PostGroup([TinyPlan.Psychologist], 250, 20, 0, 0, [post], 10, true)], problem, TinyPlan.Plan, TimeSpan.FromSeconds(1), []);
        var costs = PostCosts.Default with { ByProfession = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["psychologue"] = 52_000 } };
        return Written(stream => PostsJson.Write(stream, new PostsProposed(TinyPlan.Scenario, problem, new PostOptions(), proposals), costs, French));
    }

    private static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IEnumerable<string> FieldsOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Fields(document.RootElement, "").Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Fields(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(f => Fields(f.Value, path.Length == 0 ? f.Name : $"{path}.{f.Name}").Prepend(path.Length == 0 ? f.Name : $"{path}.{f.Name}")),
        JsonValueKind.Array => element.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).SelectMany(e => Fields(e, path + "[]")),
        _ => [],
    };

    /// <summary>First column of the tables of the page.</summary>
    private static List<string> Explained([CallerFilePath] string caller = "")
    {
        var folder = Path.GetDirectoryName(caller)!;
        while (!File.Exists(Path.Combine(folder, "StaffPool.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return [.. File.ReadLines(Path.Combine(folder, "docs", "plan-format.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split(',', StringSplitOptions.TrimEntries))];
    }
}
