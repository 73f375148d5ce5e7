using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Schema;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Documents.Planning;
using StaffPool.Testing;

namespace StaffPool.Documents.Tests.Planning;

public sealed class PlanJsonTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    [Fact]
    public void The_file_says_who_goes_where_and_how_good_it_is()
    {
        var root = JsonDocument.Parse(Written(French)).RootElement;

        root.GetProperty("formatVersion").GetInt32().ShouldBe(1);
        root.GetProperty("inputs").GetProperty("hash").GetString().ShouldBe(TinyPlan.Scenario.InputHash);
        root.GetProperty("inputs").GetProperty("period").GetProperty("end").GetString().ShouldBe("2027-06-30");
        var second = root.GetProperty("assignments")[1];
        second.GetProperty("professional").GetString().ShouldBe("anne");
        second.GetProperty("site").GetString().ShouldBe("epehy");
        second.GetProperty("need").GetString().ShouldBe("n2");
        second.GetProperty("halfDays").GetInt32().ShouldBe(10);
        second.GetProperty("kilometresOneWay").GetDecimal().ShouldBe(41m);
        second.GetProperty("distanceProvenance").GetString().ShouldBe("relevé IGN");
        var worst = root.GetProperty("objectives")[3];
        worst.GetProperty("bound").GetInt64().ShouldBe(0);
        worst.GetProperty("gap").GetDouble().ShouldBe(1);
        worst.GetProperty("proven").GetBoolean().ShouldBeFalse();
        root.GetProperty("unmetNeeds")[0].GetProperty("missingHalfDays").GetInt32().ShouldBe(20);
        root.GetProperty("totals").GetProperty("kilometres").GetDecimal().ShouldBe(6370m);
        root.GetProperty("run").GetProperty("endReason").GetString().ShouldBe("limitReached");
    }

    [Fact]
    public void Every_setting_comes_with_the_value_used_and_its_reference()
    {
        var settings = JsonDocument.Parse(Written(French)).RootElement.GetProperty("inputs").GetProperty("settings")
            .EnumerateArray()
            .ToDictionary(s => s.GetProperty("key").GetString()!, s => (s.GetProperty("value").GetString(), s.GetProperty("reference").GetString()));

        settings["distance.from-seat"].ShouldBe(("15 km, soft", "Assemblée générale du 4 juin 2026, délibération 3"));
        settings["distance.from-base"].Item1.ShouldBe("waived");
        settings["time.hours-per-half-day"].Item1.ShouldBe("3.5");
        settings["sites.base-counts"].Item1.ShouldBe("true");
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_language_and_sentences_do()
    {
        Written(French).ShouldContain("\"fullTimeEquivalent\": 0.5");
        Written(French).ShouldContain("demi-journées par an, telles que déclarées");
        Written(English).ShouldContain("half-days a year, as declared");
    }

    [Fact]
    public void The_same_plan_gives_the_same_bytes() => Written(French).ShouldBe(Written(French));

    [Fact]
    public void What_is_written_reads_back_as_the_same_plan()
    {
        var reading = Read(Written(French));

        reading.Problems.ShouldBeEmpty();
        reading.Plan!.Assignments.ShouldBe(TinyPlan.Plan.Assignments);
    }

    [Fact]
    public void Two_fields_are_enough_for_a_plan_written_by_hand()
    {
        var reading = Read("""{"formatVersion": 1, "assignments": [{"professional": "anne", "need": "n1", "halfDays": 5}]}""");

        reading.Plan!.Assignments.ShouldHaveSingleItem().HalfDays.ShouldBe(5);
    }

    [Fact]
    public void Every_problem_of_a_bad_plan_is_reported_at_once()
    {
        var reading = Read("""
            {
              "formatVersion": 9, "typo": true,
              "inputs": {"hash": "abc", "period": {"start": "2026-01-01", "end": "2026-06-30"}},
              "assignments": [
                {"professional": "nobody", "need": "n1", "halfDays": 5},
                {"professional": "anne", "need": "n99", "halfDays": -5},
                {"professional": "anne", "site": "ham", "need": "n1", "halfDays": 1.5},
                {"professional": "anne", "nead": "n1", "halfDays": "5"},
                7
              ]
            }
            """);

        reading.Plan.ShouldBeNull();
        reading.Problems.Select(p => (p.Place, p.Message.Key)).ShouldBe(
        [
            ("typo", "plan.unknown-field"),
            ("formatVersion", "plan.version"),
            ("inputs.hash", "plan.other-hash"),
            ("inputs.period", "plan.other-period"),
            ("assignments[0].professional", "plan.unknown-professional"),
            ("assignments[1].need", "plan.unknown-need"),
            ("assignments[1].halfDays", "plan.negative"),
            ("assignments[2].halfDays", "plan.not-whole"),
            ("assignments[2].site", "plan.other-site"),
            ("assignments[3].nead", "plan.unknown-field"),
            ("assignments[3].need", "plan.missing"),
            ("assignments[3].halfDays", "plan.not-whole"),
            ("assignments[4]", "plan.not-an-object"),
        ]);
    }

    [Fact]
    public void Another_scenario_is_a_warning_and_the_plan_is_read()
    {
        var reading = Read(Written(French).Replace(TinyPlan.Scenario.InputHash, new string('a', 64), StringComparison.Ordinal));

        reading.Plan.ShouldNotBeNull();
        var warning = reading.Problems.ShouldHaveSingleItem();
        warning.IsError.ShouldBeFalse();
        warning.Message.In(French).ShouldBe("Le plan vient d’autres données\u00A0: empreinte aaaaaaaaaaaa dans le plan, 3f1c00000000 pour le scénario.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"formatVersion\": 1, \"assignments\": [")]
    [InlineData("not json")]
    public void Broken_json_says_the_line_and_reads_nothing(string content)
    {
        var reading = Read(content);

        reading.Plan.ShouldBeNull();
        var problem = reading.Problems.ShouldHaveSingleItem();
        problem.Place.ShouldStartWith("1:");
        problem.Message.Key.ShouldBe("plan.truncated");
    }

    [Fact]
    public void Another_encoding_is_reported_and_not_misread()
    {
        var latin = Encoding.Latin1.GetBytes("""{"formatVersion": 1, "assignments": [{"professional": "Chloé", "need": "n1", "halfDays": 5}]}""");

        var reading = PlanJson.Read(new MemoryStream(latin), TinyPlan.Scenario, TinyPlan.Planned.Problem);

        reading.Plan.ShouldBeNull();
        reading.Problems.ShouldHaveSingleItem().Message.Key.ShouldBe("plan.encoding");
    }

    [Fact]
    public void The_plan_in_force_given_as_a_file_is_recorded()
    {
        var planned = TinyPlan.Planned with { Scenario = TinyPlan.Scenario with { PlanInForceFile = new PlanFile("2026.json", new string('b', 64)) } };

        var file = JsonDocument.Parse(Written(French, planned)).RootElement.GetProperty("inputs").GetProperty("planInForce");

        file.GetProperty("file").GetString().ShouldBe("2026.json");
        file.GetProperty("hash").GetString().ShouldBe(new string('b', 64));
    }

    [Fact]
    public void The_hash_of_a_file_read_is_that_of_its_bytes()
    {
        var json = Written(French);

        Read(json).Hash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))));
    }

    [Fact]
    public void Explanations_stand_in_the_file_as_in_their_own_document_and_are_skipped_when_it_is_read_back()
    {
        using var alone = new MemoryStream();
        ExplanationJson.Write(alone, TinyExplanation.Explanation, French);
        var json = Written(French, TinyPlan.Planned with { Explanation = TinyExplanation.Explanation });

        JsonElement.DeepEquals(
            JsonDocument.Parse(json).RootElement.GetProperty("explanations"),
            JsonDocument.Parse(alone.ToArray()).RootElement.GetProperty("explanations")).ShouldBeTrue();
        Read(json).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void The_documentation_explains_every_field_written()
    {
        var (explained, written) = (JsonFields.ExplainedIn("plan-format.md"), JsonFields.Of(Written(French)).ToList());

        written.Except(explained, StringComparer.Ordinal).ShouldBeEmpty();
        explained.Except(written, StringComparer.Ordinal).ShouldBe(
            [
                "inputs.waivers[].professional", "inputs.waivers[].site", "inputs.waivers[].reason", "inputs.planInForce.file",
                "inputs.planInForce.hash",
            ],
            ignoreOrder: true);
    }

    /// <summary>Set STAFFPOOL_UPDATE_SNAPSHOTS=1 to write the schema anew, then read the difference.</summary>
    [Fact]
    public void The_json_schema_in_the_documentation_is_that_of_what_is_written()
    {
        var path = Path.Combine(Repository.Root, "docs", "plan.schema.json");
        var schema = PlanJson.Options.GetJsonSchemaAsNode(typeof(PlanDocument), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true })
            .ToJsonString(PlanJson.Options) + "\n";
        if (Environment.GetEnvironmentVariable("STAFFPOOL_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, schema);
        }

        schema.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string Written(CultureInfo culture, PlannedAllocation? planned = null)
    {
        using var stream = new MemoryStream();
        PlanJson.Write(stream, planned ?? TinyPlan.Planned, culture);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static PlanReading Read(string json) =>
        PlanJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), TinyPlan.Scenario, TinyPlan.Planned.Problem);
}
