using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text;
using StaffPool.Domain.Geography;

namespace StaffPool.Documents.Tests.Scenarios.Rows;

/// <summary>Any value as text, private fields among it: two values that differ anywhere are not written alike.</summary>
internal static class ValueTree
{
    public static string Of(object value)
    {
        var text = new StringBuilder();
        Add(text, value, 0);
        return text.ToString();
    }

    private static void Add(StringBuilder text, object? value, int depth)
    {
        depth.ShouldBeLessThan(40);
        var line = value switch
        {
            null => "null",
            Commune commune => commune.InseeCode,
            string or Enum or bool or DateOnly or TimeOnly or DateTimeOffset => value.ToString(),
            // 0.80 and 0.8 are one number.
            decimal number => number.ToString("0.##########", CultureInfo.InvariantCulture),
            IFormattable number when value.GetType().IsPrimitive => number.ToString(null, CultureInfo.InvariantCulture),
            ResourceManager source => source.BaseName,
            Delegate or Type => value.GetType().Name,
            _ => null,
        };
        if (line is not null)
        {
            text.Append(line).Append('\n');
            return;
        }

        text.Append(value is IEnumerable ? "list" : value!.GetType().Name).Append('\n');
        var parts = value is IEnumerable list
            ? list.Cast<object?>().Select((item, i) => (Name: FormattableString.Invariant($"{i}"), Value: item))
            : FieldsOf(value.GetType()).Select(f => (f.Name, Value: f.GetValue(value)));
        foreach (var part in parts)
        {
            text.Append(' ', depth + 1).Append(part.Name).Append(": ");
            Add(text, part.Value, depth + 1);
        }
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type? type) => type is null || type == typeof(object)
        ? []
        : type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Concat(FieldsOf(type.BaseType));
}
