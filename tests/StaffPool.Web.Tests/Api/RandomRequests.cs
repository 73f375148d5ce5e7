using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace StaffPool.Web.Tests.Api;

/// <summary>Requests made from the document alone: valid, nearly valid, and hostile; the same for the same seed.</summary>
internal sealed class RandomRequests(OpenApiContract contract, IReadOnlyList<string> identifiers, int seed)
{
    private static readonly string[] Hostile =
    [
        "", " ", "null", "undefined", "0", "-1", "1e309", "NaN", "true", "[]", "{}", "\0", "\ud800", "\u202e\u0000abc", "😀", "é\u0301", "'; DROP TABLE members; --", "\" OR 1=1 --",
        "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "../../../etc/passwd", "%00", "%2e%2e%2f", "${jndi:ldap://x}", "9999-12-31", "0001-01-01", "2027-02-30", "2027-13-01",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", new string('x', 5000), "2147483647", "2147483648", "-2147483648", "9223372036854775807",
        "79228162514264337593543950335", "0.1", "1E-28", "http://127.0.0.1/", "file:///etc/passwd",
    ];

    private static readonly JsonNode?[] HostileValues =
    [
        null, true, 0, -1, 2147483647, -2147483648, 9223372036854775807L, 1e300, 0.1, new JsonArray(), new JsonObject(), new JsonArray((JsonNode?)null), new JsonArray(1, "a"),
        new JsonObject { ["a"] = new JsonObject() },
    ];

    private readonly Random random = new(seed);
    private readonly List<(string Path, string Verb, JsonNode Operation)> operations =
        [.. contract.Paths.SelectMany(p => p.Value!.AsObject().Select(o => (p.Key, o.Key, o.Value!))).Where(o => !o.Item1.EndsWith("/events", StringComparison.Ordinal))];

    public (string Verb, string Path, string? Body, (string, string)[] Headers) Next(Guid groupingId)
    {
        var (path, verb, operation) = operations[random.Next(operations.Count)];
        // What the web server itself refuses, a zero in an address, never reaches us.
        // One request in three is as the document says, the others err here and there.
        var madness = random.Next(3) switch { 0 => 0.0, 1 => 0.15, _ => 0.5 };
        var (address, query, headers) = (path.Replace("{groupingId}", groupingId.ToString(), StringComparison.Ordinal), new List<string>(), new List<(string, string)>());
        foreach (var parameter in operation["parameters"]!.AsArray().Select(p => contract.Resolve(p!)).Where(p => (string)p["name"]! != "groupingId"))
        {
            var (name, isNeeded) = ((string)parameter["name"]!, (bool)parameter["required"]!);
            var value = Text(parameter["schema"]!, madness).Replace("\0", "", StringComparison.Ordinal);
            switch ((string)parameter["in"]!)
            {
                case "path":
                    // An empty part would be another address.
                    address = address.Replace($"{{{name}}}", WebUtility.UrlEncode(value.Length == 0 || value is "." or ".." ? "x" : value).Replace("+", "%20", StringComparison.Ordinal), StringComparison.Ordinal);
                    break;
                case "query" when isNeeded ? !Chance(madness) : Chance(0.15):
                    query.Add($"{name}={WebUtility.UrlEncode(value)}");
                    break;
                case "header" when name == "If-Match" ? !Chance(madness) : name != "Accept-Language" && Chance(0.1):
                    headers.Add((name, Chance(madness) ? Ascii(value) : $"\"{random.Next(1, 4)}\""));
                    break;
            }
        }

        var schema = operation["requestBody"]?["content"]?["application/json"]?["schema"];
        var body = schema is null ? null : Value(schema, madness)?.ToJsonString() ?? "null";
        if (body is not null && Chance(madness / 5))
        {
            body = body[..random.Next(body.Length + 1)];
        }

        return (verb.ToUpperInvariant(), query.Count > 0 ? $"{address}?{string.Join('&', query)}" : address, body, [.. headers]);
    }

    private JsonNode? Value(JsonNode schema, double madness)
    {
        if (Chance(madness / 3))
        {
            return Chance(0.5) ? Hostile[random.Next(Hostile.Length)] : HostileValues[random.Next(HostileValues.Length)]?.DeepClone();
        }

        schema = contract.Resolve(schema);
        if (schema["anyOf"] is JsonArray any)
        {
            return Value(any[random.Next(any.Count)]!, madness);
        }

        if (schema["enum"] is JsonArray words)
        {
            return words[random.Next(words.Count)]!.DeepClone();
        }

        var types = schema["type"] is JsonArray several ? several.Select(t => (string)t!).ToList() : [(string?)schema["type"] ?? "string"];
        return types[random.Next(types.Count)] switch
        {
            "null" => null,
            "object" => Object(schema, madness),
            "array" => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(schema["items"]!, madness))]),
            "boolean" => Chance(0.5),
            "integer" => Chance(madness) ? random.NextInt64(int.MinValue, int.MaxValue) : random.Next(0, 400),
            "number" => Math.Round((decimal)random.NextDouble() * 10, 2),
            _ => Word((string?)schema["format"], madness),
        };
    }

    private JsonObject Object(JsonNode schema, double madness)
    {
        var made = new JsonObject();
        var required = (schema["required"]?.AsArray() ?? []).Select(r => (string)r!).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, property) in schema["properties"]?.AsObject() ?? [])
        {
            if ((bool?)property!["readOnly"] != true && (required.Contains(name) ? !Chance(madness / 5) : Chance(0.7)))
            {
                made[name] = Value(property, madness);
            }
        }

        if (Chance(madness / 10))
        {
            made["inconnu"] = 1;
        }

        return made;
    }

    private string Text(JsonNode schema, double madness) => Chance(madness)
        ? Hostile[random.Next(Hostile.Length)]
        : Value(schema, 0) switch
        {
            null => "",
            JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => (string)value!,
            var other => other.ToJsonString(),
        };

    private string Word(string? format, double madness) => format switch
    {
        "uuid" => identifiers[random.Next(identifiers.Count)],
        "date" => new DateOnly(2027, 1, 1).AddDays(random.Next(-400, 400)).ToString("O", CultureInfo.InvariantCulture),
        "time" => new TimeOnly(random.Next(24), random.Next(60)).ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        "date-time" => "2027-01-01T00:00:00Z",
        "uri" => "https://exemple.invalid/",
        _ => Chance(madness) ? Hostile[random.Next(Hostile.Length)] : $"mot-{random.Next(50)}",
    };

    private bool Chance(double probability) => random.NextDouble() < probability;

    private static string Ascii(string text) => new([.. text.Where(c => c is >= ' ' and <= '~').Take(100)]);
}
