using System.Text.Json;
using StaffPool.Domain.Texts;

namespace StaffPool.Documents.Planning;

/// <summary>What a plan file says of the inputs it came from; whatever it does not say, or says wrongly, is left out.</summary>
public sealed record PlanHeader
{
    /// <summary>Name of the scenario.</summary>
    public string? Scenario { get; private init; }

    /// <summary>SHA-256 of the scenario file, in hexadecimal.</summary>
    public string? Hash { get; private init; }

    private string Period { get; init; } = "";

    private SortedDictionary<string, string> Settings { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Half-days asked, by need.</summary>
    private SortedDictionary<string, string> Needs { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Full-time equivalents, by professional.</summary>
    private SortedDictionary<string, string> Professionals { get; init; } = new(StringComparer.Ordinal);

    public static PlanHeader Read(Stream stream)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            var inputs = Child(document.RootElement, "inputs");
            var period = Child(inputs, "period");
            return new PlanHeader
            {
                Scenario = Text(Child(document.RootElement, "scenario"), "name"),
                Hash = Text(inputs, "hash"),
                Period = $"{Text(period, "start")} – {Text(period, "end")}",
                Settings = Table(Child(inputs, "settings"), "key", "value"),
                Needs = Table(Child(inputs, "needs"), "id", "halfDays"),
                Professionals = Table(Child(inputs, "professionals"), "id", "fullTimeEquivalent"),
            };
        }
        catch (JsonException)
        {
            return new PlanHeader();
        }
    }

    /// <summary>What differs between the inputs of two plans, as sentences; nothing where the hashes are the same.</summary>
    public IReadOnlyList<Text> DifferencesTo(PlanHeader after) => Hash == after.Hash
        ? []
        : [
            .. Period == after.Period ? [] : (Text[])[PlanFileTexts.Of("differs.period", Period, after.Period)],
            .. Differences("setting", Settings, after.Settings),
            .. Differences("professional", Professionals, after.Professionals),
            .. Differences("need", Needs, after.Needs),
        ];

    private static IEnumerable<Text> Differences(string what, SortedDictionary<string, string> before, SortedDictionary<string, string> after) =>
        from key in before.Keys.Union(after.Keys, StringComparer.Ordinal)
        let old = before.GetValueOrDefault(key)
        let current = after.GetValueOrDefault(key)
        where old != current
        select old is null ? PlanFileTexts.Of($"differs.{what}.added", key, current)
            : current is null ? PlanFileTexts.Of($"differs.{what}.removed", key, old)
            : PlanFileTexts.Of($"differs.{what}", key, old, current);

    private static JsonElement Child(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) ? child : default;

    private static string? Text(JsonElement parent, string name) =>
        Child(parent, name) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value ? value.ToString() : null;

    private static SortedDictionary<string, string> Table(JsonElement list, string key, string value)
    {
        var table = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (list.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in list.EnumerateArray())
            {
                if (Text(item, key) is { } k && Text(item, value) is { } v)
                {
                    table[k] = v;
                }
            }
        }

        return table;
    }
}
