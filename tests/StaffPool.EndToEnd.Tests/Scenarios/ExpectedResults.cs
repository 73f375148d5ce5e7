using System.Text.Encodings.Web;
using System.Text.Json;

namespace StaffPool.EndToEnd.Tests.Scenarios;

/// <summary>
/// What scenarios/NAME/expected.json holds: the figures that any correct planner must find. Cells are left out, for
/// several plans may be equally good.
/// </summary>
internal sealed record ExpectedResults(
    int ExitCode,
    int Professionals,
    int Needs,
    int AskedHalfDays,
    int ServedHalfDays,
    IReadOnlyDictionary<string, ExpectedObjective> Objectives)
{
    public const string FileName = "expected.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static ExpectedResults Of(ToolRun run)
    {
        using var plan = JsonDocument.Parse(run.Output);
        var (counts, totals) = (plan.RootElement.GetProperty("inputs").GetProperty("counts"), plan.RootElement.GetProperty("totals"));
        return new ExpectedResults(
            run.ExitCode,
            counts.GetProperty("professionals").GetInt32(),
            counts.GetProperty("needs").GetInt32(),
            totals.GetProperty("askedHalfDays").GetInt32(),
            totals.GetProperty("servedHalfDays").GetInt32(),
            plan.RootElement.GetProperty("objectives").EnumerateArray().ToDictionary(
                o => o.GetProperty("id").GetString()!,
                o => new ExpectedObjective(o.GetProperty("value").GetInt64(), o.GetProperty("bound").GetInt64()),
                StringComparer.Ordinal));
    }

    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";
}

internal sealed record ExpectedObjective(long Value, long Bound);
