using System.Text.Json;
using System.Text.RegularExpressions;
using StaffPool.Testing;

namespace StaffPool.Documents.Tests.Planning;

/// <summary>Fields of a document as paths: <c>inputs.needs[].id</c>.</summary>
internal static class JsonFields
{
    /// <summary>Those that a document holds, each once.</summary>
    public static IEnumerable<string> Of(string json) => Of(JsonDocument.Parse(json).RootElement, "").Distinct(StringComparer.Ordinal);

    /// <summary>Those that the tables of a page under docs explain.</summary>
    public static IReadOnlyList<string> ExplainedIn(string page) =>
        [.. Regex.Matches(
                File.ReadAllText(Path.Combine(Repository.Root, "docs", page)),
                "^\\| `([^`]+)` \\|",
                RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)
            .Select(m => m.Value[3..^3])];

    private static IEnumerable<string> Of(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p =>
        {
            var inner = path.Length == 0 ? p.Name : $"{path}.{p.Name}";
            return Of(p.Value, inner).Prepend(inner);
        }),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(e => Of(e, path + "[]")),
        _ => [],
    };
}
