using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Schema;
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
    public void The_documentation_explains_every_field_written() =>
        JsonFields.ExplainedIn("explanation-format.md").ShouldBe(JsonFields.Of(Written()), ignoreOrder: true);

    /// <summary>Set STAFFPOOL_UPDATE_SNAPSHOTS=1 to write the schema anew, then read the difference.</summary>
    [Fact]
    public void The_json_schema_in_the_documentation_is_that_of_what_is_written()
    {
        var path = Path.Combine(Repository.Root, "docs", "explanation.schema.json");
        var schema = PlanJson.Options.GetJsonSchemaAsNode(typeof(ExplanationFile), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true })
            .ToJsonString(PlanJson.Options) + "\n";
        if (Environment.GetEnvironmentVariable("STAFFPOOL_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, schema);
        }

        schema.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string Written()
    {
        using var stream = new MemoryStream();
        ExplanationJson.Write(stream, TinyExplanation.Explanation, CultureInfo.GetCultureInfo("fr-FR"));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
