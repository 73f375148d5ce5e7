using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using StaffPool.Documents.Planning;
using StaffPool.Testing;

namespace StaffPool.Documents.Tests.Planning;

public sealed class ExplanationJsonTests
{
    [Fact]
    public void The_document_says_why_and_what_would_help()
    {
        var need = JsonDocument.Parse(Written()).RootElement.GetProperty("explanations").GetProperty("needs")[0];

        need.GetProperty("need").GetString().ShouldBe("n2");
        need.GetProperty("missingHalfDays").GetInt32().ShouldBe(20);
        var stages = need.GetProperty("funnel").GetProperty("stages");
        stages[0].GetProperty("stage").GetString().ShouldBe("profession");
        stages[0].GetProperty("fallen").GetArrayLength().ShouldBe(2);
        var change = need.GetProperty("relaxations").GetProperty("useful")[0];
        change.GetProperty("kind").GetString().ShouldBe("newPost");
        change.GetProperty("gainedHalfDays").GetInt32().ShouldBe(20);
        change.GetProperty("kilometres").GetDecimal().ShouldBe(-120);
    }

    [Fact]
    public void The_documentation_explains_every_field_written()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot(), "docs", "explanation-format.md"));
        var explained = Regex.Matches(page, "^\\| `([^`]+)` \\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)
            .Select(m => m.Value[3..^3]);

        explained.ShouldBe(FieldsOf(JsonDocument.Parse(Written()).RootElement, "").Distinct(StringComparer.Ordinal), ignoreOrder: true);
    }

    /// <summary>Set STAFFPOOL_UPDATE_SNAPSHOTS=1 to write the schema anew, then read the difference.</summary>
    [Fact]
    public void The_json_schema_in_the_documentation_is_that_of_what_is_written()
    {
        var path = Path.Combine(RepositoryRoot(), "docs", "explanation.schema.json");
        var schema = PlanJson.Options.GetJsonSchemaAsNode(typeof(ExplanationFile), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true })
            .ToJsonString(PlanJson.Options) + "\n";
        if (Environment.GetEnvironmentVariable("STAFFPOOL_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, schema);
        }

        schema.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static IEnumerable<string> FieldsOf(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p =>
        {
            var inner = path.Length == 0 ? p.Name : $"{path}.{p.Name}";
            return FieldsOf(p.Value, inner).Prepend(inner);
        }),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(e => FieldsOf(e, path + "[]")),
        _ => [],
    };

    private static string Written()
    {
        using var stream = new MemoryStream();
        ExplanationJson.Write(stream, TinyExplanation.Explanation, CultureInfo.GetCultureInfo("fr-FR"));
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "StaffPool.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
