using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace StaffPool.Web.Api;

/// <summary>How the API writes and reads: camelCase, enumerations as words, days as <c>2027-03-01</c>, money in cents, sentences in the language asked for.</summary>
internal static class ApiJson
{
    public const int MostDepth = 32;

    public static JsonSerializerOptions Options { get; } = New();

    /// <summary>Whether a property can be sent, and is not only shown.</summary>
    public static bool IsSettable(JsonPropertyInfo property) => property.AssociatedParameter is not null || property.Set is not null;

    private static JsonSerializerOptions New()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            PropertyNameCaseInsensitive = false,
            NumberHandling = JsonNumberHandling.Strict,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            MaxDepth = MostDepth,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatMayBeNull } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new TextConverter());
        options.Converters.Add(new ViolationConverter());
        options.Converters.Add(new FigureConverter());
        options.Converters.Add(new LabelConverter());
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutWhatMayBeNull(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        foreach (var property in type.Properties.Where(p => p.IsRequired))
        {
            property.IsRequired = Nullable.GetUnderlyingType(property.PropertyType) is null
                && (property.PropertyType.IsValueType || !property.IsSetNullable);
        }
    }
}
