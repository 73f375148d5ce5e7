using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using StaffPool.Testing;

namespace StaffPool.Web.Tests.Api;

/// <summary>The committed document, as a judge of what is really said: path, verb, status, bodies.</summary>
internal sealed partial class OpenApiContract
{
    private readonly JsonNode document;
    private readonly List<(Regex Path, JsonObject Verbs)> paths = [];

    private OpenApiContract(JsonNode document)
    {
        this.document = document;
        foreach (var (path, verbs) in document["paths"]!.AsObject())
        {
            var pattern = Parameters().Replace(Regex.Escape(path).Replace(@"\{", "{", StringComparison.Ordinal), "[^/]+");
            paths.Add((new Regex($"^{pattern}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking), verbs!.AsObject()));
        }
    }

    public static string File { get; } = Path.Combine(Repository.Root, "docs", "openapi.json");

    public static OpenApiContract Committed { get; } = new(JsonNode.Parse(System.IO.File.ReadAllText(File))!);

    public JsonObject Paths => document["paths"]!.AsObject();

    public JsonNode Resolve(JsonNode node)
    {
        while (node["$ref"] is { } reference)
        {
            node = ((string)reference!).Split('/').Skip(1).Aggregate(document, (at, name) => at[name]!);
        }

        return node;
    }

    /// <summary>The operation at an address; null where the document has none.</summary>
    public JsonNode? OperationOf(string verb, string path) =>
        paths.Where(p => p.Path.IsMatch(path)).Select(p => p.Verbs[verb.ToLowerInvariant()]).FirstOrDefault(o => o is not null);

    /// <returns>What an answer says that the document does not.</returns>
    public IReadOnlyList<string> Judge(string verb, string path, int status, string? contentType, string body)
    {
        if (OperationOf(verb, path) is not { } operation)
        {
            return status is 401 or 404 or 405 or 429 ? [] : [$"{verb} {path} is not in the document and answered {status}"];
        }

        if (operation["responses"]![status.ToString(CultureInfo.InvariantCulture)] is not { } found)
        {
            return [$"{verb} {path}: {status} is not among its answers: {body}"];
        }

        var response = Resolve(found);
        if (response["content"] is not { } content)
        {
            return body.Length == 0 ? [] : [$"{verb} {path}: {status} has no body in the document"];
        }

        var type = contentType?.Split(';')[0] ?? "";
        if (content[type] is not { } media)
        {
            return [$"{verb} {path}: {status} is of type {type}"];
        }

        return type.EndsWith("json", StringComparison.Ordinal) ? JudgeValue(JsonNode.Parse(body), media["schema"]!) : [];
    }

    /// <returns>What a body to be sent says that the document does not allow.</returns>
    public IReadOnlyList<string> JudgeRequest(JsonNode operation, string? body)
    {
        var expected = operation["requestBody"]?["content"]?["application/json"]?["schema"];
        return (expected, body) switch
        {
            (null, null or "") => [],
            (null, _) => ["The document has no body."],
            (_, null or "") => ["The document wants a body."],
            _ => JudgeValue(JsonNode.Parse(body), expected),
        };
    }

    public IReadOnlyList<string> JudgeValue(JsonNode? value, JsonNode schema)
    {
        var problems = new List<string>();
        Judge(value, schema, "$", problems);
        return problems;
    }

    private void Judge(JsonNode? value, JsonNode schema, string at, List<string> problems)
    {
        schema = Resolve(schema);
        if (schema["anyOf"] is JsonArray any)
        {
            if (any.All(one => JudgeValue(value, one!).Count > 0))
            {
                problems.Add($"{at}: none of the shapes: {string.Join("; ", any.SelectMany(one => JudgeValue(value, one!)))}");
            }

            return;
        }

        var types = schema["type"] switch
        {
            null => null,
            JsonArray several => several.Select(t => (string)t!).ToList(),
            var one => [(string)one!],
        };
        var kind = KindOf(value);
        if (types is not null && !types.Contains(kind) && !(kind == "integer" && types.Contains("number")))
        {
            problems.Add($"{at}: {kind} where {string.Join('|', types)} is said");
            return;
        }

        if (schema["enum"] is JsonArray words && value is not null && !words.Any(w => (string)w! == (string)value!))
        {
            problems.Add($"{at}: {value} is none of {words.ToJsonString()}");
        }

        if (value is JsonValue text && kind == "string" && (string?)schema["format"] is { } format && !IsOf(format, (string)text!))
        {
            problems.Add($"{at}: {text} is no {format}");
        }

        if (value is JsonArray items && schema["items"] is { } item)
        {
            for (var i = 0; i < items.Count; i++)
            {
                Judge(items[i], item, $"{at}[{i}]", problems);
            }
        }

        if (value is JsonObject fields)
        {
            JudgeFields(fields, schema, at, problems);
        }
    }

    private void JudgeFields(JsonObject fields, JsonNode schema, string at, List<string> problems)
    {
        var known = schema["properties"]?.AsObject() ?? [];
        var isOpen = schema["additionalProperties"] is JsonObject;
        foreach (var (name, value) in fields)
        {
            if (known[name] is { } described)
            {
                Judge(value, described, $"{at}.{name}", problems);
            }
            else if (isOpen)
            {
                Judge(value, schema["additionalProperties"]!, $"{at}.{name}", problems);
            }
            else
            {
                problems.Add($"{at}.{name} is not in the document");
            }
        }

        problems.AddRange((schema["required"]?.AsArray() ?? []).Select(r => (string)r!).Where(r => !fields.ContainsKey(r)).Select(r => $"{at}.{r} is missing"));
    }

    private static bool IsOf(string format, string text) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => text.EndsWith('Z') && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "time" => TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        _ => true,
    };

    private static string KindOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => value!.ToJsonString().AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? "integer" : "number",
    };

    [GeneratedRegex(@"\{\w+}", RegexOptions.CultureInvariant)]
    private static partial Regex Parameters();
}
