using System.Globalization;
using System.Text.RegularExpressions;

namespace StaffPool.Documents.Scenarios.Yaml;

/// <summary>One value read as one type; null and a problem where it is not of the type.</summary>
internal static partial class Values
{
    public static ScalarNode? Scalar(Node node, string key, ProblemList problems)
    {
        if (node is ScalarNode scalar && (!scalar.IsEmpty && !string.IsNullOrWhiteSpace(scalar.Value)))
        {
            return scalar;
        }

        problems.Add(node.Position, node is ScalarNode ? "key.empty" : "type.text", key);
        return null;
    }

    public static IReadOnlyList<ScalarNode> Scalars(Node node, string key, ProblemList problems)
    {
        if (node is ListNode list)
        {
            return [.. list.Items.Select(item => Scalar(item, key, problems)).OfType<ScalarNode>()];
        }

        problems.Add(node.Position, "type.list", key);
        return [];
    }

    public static decimal? Number(
        ScalarNode scalar, string key, decimal least, decimal most, bool whole, ProblemList problems)
    {
        var written = scalar.Value.Trim();
        if (Comma().IsMatch(written))
        {
            problems.Add(scalar.Position, "number.comma", written, written.Replace(',', '.'));
            return null;
        }

        // No exponent and no thousands separator: 1e3 and 1,000 are read differently by different people.
        if (!decimal.TryParse(
            written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            problems.Add(scalar.Position, whole ? "type.integer" : "type.number", key, written);
            return null;
        }

        if (whole && number != decimal.Truncate(number))
        {
            problems.Add(scalar.Position, "type.integer", key, written);
            return null;
        }

        if (number < least || number > most)
        {
            problems.Add(scalar.Position, number < 0 && least >= 0 ? "number.negative" : "number.range", key, written, least, most);
            return null;
        }

        return number;
    }

    public static bool? Flag(ScalarNode scalar, string key, ProblemList problems)
    {
        switch (scalar.Value.Trim())
        {
            case "true":
                return true;
            case "false":
                return false;
            default:
                problems.Add(scalar.Position, "type.flag", key, scalar.Value);
                return null;
        }
    }

    public static DateOnly? Date(ScalarNode scalar, ProblemList problems)
    {
        var written = scalar.Value.Trim();
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= 1900 and <= 2200)
        {
            return date;
        }

        problems.Add(scalar.Position, DateShape().IsMatch(written) ? "date.none" : "date.shape", written);
        return null;
    }

    public static T? Choice<T>(ScalarNode scalar, string key, ProblemList problems)
        where T : struct, Enum
    {
        if (EnumWords.TryRead<T>(scalar.Value.Trim(), out var value))
        {
            return value;
        }

        problems.AddUnknown(scalar.Position, scalar.Value, EnumWords.All<T>(), "choice.unknown", scalar.Value, key);
        return null;
    }

    [GeneratedRegex("^[+-]?[0-9]+,[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Comma();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex DateShape();
}
