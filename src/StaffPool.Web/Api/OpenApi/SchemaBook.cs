using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Web.Api.OpenApi;

/// <summary>The shapes of what the API reads and writes, each described once under its name.</summary>
internal sealed class SchemaBook(XmlTexts texts)
{
    // What is written otherwise than its type says.
    private static readonly Dictionary<Type, Type> Written = new()
    {
        [typeof(Violation)] = typeof(Reason), [typeof(ReportFigure)] = typeof(Figure), [typeof(ReportRow)] = typeof(FigureRow), [typeof(Text)] = typeof(string),
    };

    private static readonly Dictionary<Type, (string Type, string? Format)> Plain = new()
    {
        [typeof(string)] = ("string", null), [typeof(bool)] = ("boolean", null), [typeof(int)] = ("integer", "int32"), [typeof(long)] = ("integer", "int64"),
        [typeof(decimal)] = ("number", null), [typeof(double)] = ("number", "double"), [typeof(Guid)] = ("string", "uuid"), [typeof(DateOnly)] = ("string", "date"),
        [typeof(TimeOnly)] = ("string", "time"), [typeof(DateTime)] = ("string", "date-time"), [typeof(Uri)] = ("string", "uri"),
    };

    private readonly Dictionary<string, Type> names = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, JsonNode> schemas = new(StringComparer.Ordinal);

    public JsonObject Components => new(schemas.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value.DeepClone())));

    /// <summary>The shape of a type: written out where it is plain, else where to find it.</summary>
    public JsonObject Of(Type type, bool isNullable = false)
    {
        var known = Nullable.GetUnderlyingType(type) ?? type;
        known = Written.GetValueOrDefault(known, known);
        var schema = known == typeof(object) ? []
            : known == typeof(byte[]) ? new JsonObject { ["type"] = "string", ["contentEncoding"] = "base64" }
            : Plain.TryGetValue(known, out var plain) ? PlainOf(plain.Type, plain.Format)
            : known.IsEnum ? Reference(known, _ => EnumOf(known))
            : ApiJson.Options.GetTypeInfo(known) switch
            {
                { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } => new JsonObject { ["type"] = "array", ["items"] = Of(element, MayHoldNull(known)) },
                { Kind: JsonTypeInfoKind.Dictionary, ElementType: { } element } => new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(element) },
                var info => Reference(known, schema => Fill(schema, info)),
            };
        return isNullable || known != type && Nullable.GetUnderlyingType(type) is not null ? OrNull(schema) : schema;
    }

    // A figure of a report where the column does not apply, an argument that is empty.
    private static bool MayHoldNull(Type list) => list == typeof(IReadOnlyList<ReportFigure>) || list == typeof(IReadOnlyList<object>);

    private static JsonObject PlainOf(string type, string? format) =>
        format is null ? new JsonObject { ["type"] = type } : new JsonObject { ["type"] = type, ["format"] = format };

    private static JsonObject OrNull(JsonObject schema)
    {
        if (schema["type"] is JsonValue type)
        {
            schema["type"] = new JsonArray((string)type!, "null");
            return schema;
        }

        return schema.Count == 0 ? schema : new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
    }

    private static JsonObject EnumOf(Type type) => new()
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. Enum.GetNames(type).Select(n => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(n))]),
    };

    private JsonObject Reference(Type type, Func<JsonObject, JsonObject> describe)
    {
        var name = NameOf(type);
        if (names.TryAdd(name, type))
        {
            var described = describe([]);
            if (texts.Of(type) is { } text)
            {
                described["description"] = text;
            }

            schemas[name] = described;
        }

        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    private string NameOf(Type type)
    {
        var name = type.IsGenericType ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] + string.Concat(type.GenericTypeArguments.Select(t => t.Name)) : type.Name;
        return names.GetValueOrDefault(name, type) == type ? name : type.Namespace!.Split('.')[^1] + name;
    }

    private JsonObject Fill(JsonObject schema, JsonTypeInfo info)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var property in info.Properties)
        {
            var isNullable = Nullable.GetUnderlyingType(property.PropertyType) is not null || (!property.PropertyType.IsValueType && property.IsGetNullable);
            var described = Of(property.PropertyType, isNullable);
            var clrName = (property.AttributeProvider as System.Reflection.PropertyInfo)?.Name ?? property.Name;
            var description = texts.Of(info.Type, clrName);
            if (property.Name.EndsWith("cents", StringComparison.OrdinalIgnoreCase))
            {
                description = description is null ? "Euro cents." : $"{description} Euro cents.";
            }

            if (description is not null)
            {
                described["description"] = description;
            }

            if (!ApiJson.IsSettable(property))
            {
                described["readOnly"] = true;
            }

            properties[property.Name] = described;
            if (property.IsRequired)
            {
                required.Add(property.Name);
            }
        }

        schema["type"] = "object";
        schema["additionalProperties"] = false;
        schema["properties"] = properties;
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        return schema;
    }
}
