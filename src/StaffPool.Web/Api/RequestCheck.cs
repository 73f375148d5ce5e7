using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using StaffPool.Domain.Rules;

namespace StaffPool.Web.Api;

/// <summary>Holds what was sent against the type that it must become, and says everything that is wrong at once, by its place.</summary>
internal static class RequestCheck
{
    // Beyond 2^53 a number of JSON is no longer the same for every reader.
    private const long MostWhole = 9_007_199_254_740_991;
    private const decimal MostNumber = 1_000_000_000_000m;

    // No day of a grouping lies outside, and those at the ends of the calendar cannot be reckoned with.
    private static readonly DateOnly FirstDay = new(1900, 1, 1);
    private static readonly DateOnly LastDay = new(2199, 12, 31);

    /// <param name="node">What was sent; null where it was left out.</param>
    /// <param name="type">What it must become.</param>
    /// <param name="isNullable">Whether it may be left out.</param>
    /// <param name="path">Its place, as a JSON pointer.</param>
    /// <param name="problems">Added to.</param>
    public static void Assess(JsonNode? node, Type type, bool isNullable, string path, List<Violation> problems)
    {
        if (node is null)
        {
            if (!isNullable)
            {
                problems.Add(ApiTexts.Blocking("api.field.missing", Shown(path)));
            }

            return;
        }

        var known = ApiJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        switch (known.Kind)
        {
            case JsonTypeInfoKind.Object when node is JsonObject fields:
                AssessFields(fields, known, path, problems);
                break;
            case JsonTypeInfoKind.Enumerable when node is JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    Assess(items[i], known.ElementType!, isNullable: false, FormattableString.Invariant($"{path}/{i}"), problems);
                }

                break;
            case JsonTypeInfoKind.None when IsReadable(node, known.Type):
                break;
            default:
                problems.Add(ApiTexts.Blocking(known.Kind switch
                {
                    JsonTypeInfoKind.Object => "api.field.object",
                    JsonTypeInfoKind.Enumerable => "api.field.list",
                    _ => "api.field.unreadable",
                }, Shown(path)));
                break;
        }
    }

    private static void AssessFields(JsonObject fields, JsonTypeInfo type, string path, List<Violation> problems)
    {
        var settable = type.Properties.Where(ApiJson.IsSettable).ToDictionary(p => p.Name, StringComparer.Ordinal);
        problems.AddRange(fields.Select(f => f.Key).Where(name => !settable.ContainsKey(name)).Select(name => ApiTexts.Blocking("api.field.unknown", $"{path}/{name}")));
        foreach (var (name, property) in settable)
        {
            Assess(fields[name], property.PropertyType, !property.IsRequired, $"{path}/{name}", problems);
        }
    }

    private static bool IsReadable(JsonNode node, Type type)
    {
        try
        {
            return node.Deserialize(type, ApiJson.Options) switch
            {
                // PostgreSQL keeps no such letter, and nobody types one.
                string text => !text.Contains('\0', StringComparison.Ordinal),
                DateOnly day => day >= FirstDay && day <= LastDay,
                DateTime moment => DateOnly.FromDateTime(moment) is var day && day >= FirstDay && day <= LastDay,
                long whole => whole is >= -MostWhole and <= MostWhole,
                decimal number => number is >= -MostNumber and <= MostNumber,
                var value => value is not null && (!type.IsEnum || Enum.IsDefined(type, value)),
            };
        }
        // Half of a surrogate pair is found only when the text is read.
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    private static string Shown(string path) => path.Length == 0 ? "/" : path;
}
