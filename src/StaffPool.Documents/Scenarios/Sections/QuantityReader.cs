using System.Globalization;
using System.Text.RegularExpressions;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Needs;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>Quantities as people write them: "120 half-days/year", "0.2 fte", "21 hours/2 weeks", "20 %".</summary>
internal static partial class QuantityReader
{
    public static readonly string[] Keys = ["amount", "unit"];

    // Far above any need, and low enough for a year of it to be counted in 32 bits.
    private const decimal MostAmount = 100_000;

    private static readonly OrderedDictionary<string, NeedUnit> Units = new(StringComparer.Ordinal)
    {
        ["half-days/year"] = NeedUnit.HalfDaysPerYear,
        ["half-days/half-year"] = NeedUnit.HalfDaysPerHalfYear,
        ["half-days/week"] = NeedUnit.HalfDaysPerWeek,
        ["fte"] = NeedUnit.FullTimeEquivalent,
        ["%"] = NeedUnit.PercentOfFullTime,
        ["hours/week"] = NeedUnit.HoursPerWeek,
        ["hours/2 weeks"] = NeedUnit.HoursPerWeeks,
        ["days/month"] = NeedUnit.DaysPerMonth,
    };

    /// <summary>The units as they are written, in the order of the documentation.</summary>
    public static IReadOnlyList<string> UnitWords => Units.Keys;

    public static string WordOf(NeedUnit unit) => Units.First(u => u.Value == unit).Key;

    /// <returns>Null when the key is missing or wrong; the problems say why.</returns>
    public static NeedQuantity? Required(Fields fields, string key) => fields.Required(key) switch
    {
        MapNode map => FromMap(map, key, fields.Problems),
        ScalarNode scalar => Of(scalar, key, fields.Problems),
        { } other => Refuse(other.Position, "quantity.shape", fields.Problems),
        null => null,
    };

    private static NeedQuantity? FromMap(MapNode map, string key, ProblemList problems)
    {
        if (Fields.Of(map, key, Keys, problems) is not { } fields)
        {
            return null;
        }

        var amount = fields.RequiredNumber("amount", 0, MostAmount);
        var unit = fields.RequiredText("unit") is { } word ? Unit(word, fields.PositionOf("unit"), problems) : null;
        return amount is null || unit is null
            ? null
            : new NeedQuantity(amount.Value, unit.Value.Unit, unit.Value.EveryWeeks);
    }

    /// <summary>A quantity in one text.</summary>
    public static NeedQuantity? Of(ScalarNode scalar, string key, ProblemList problems)
    {
        var parts = Shape().Match(scalar.Value.Trim());
        if (!parts.Success)
        {
            return Refuse(scalar.Position, "quantity.shape", problems, scalar.Value);
        }

        var number = new ScalarNode(scalar.Position, parts.Groups["number"].Value, true);
        var amount = Values.Number(number, key, 0, MostAmount, false, problems);
        var unit = Unit(parts.Groups["unit"].Value, scalar.Position, problems);
        return amount is null || unit is null
            ? null
            : new NeedQuantity(amount.Value, unit.Value.Unit, unit.Value.EveryWeeks);
    }

    private static (NeedUnit Unit, int EveryWeeks)? Unit(string word, Position position, ProblemList problems)
    {
        if (EveryWeeks().Match(word) is { Success: true } several)
        {
            var weeks = int.Parse(several.Groups["weeks"].Value, CultureInfo.InvariantCulture);
            if (weeks is >= 1 and <= 52)
            {
                return (NeedUnit.HoursPerWeeks, weeks);
            }

            problems.Add(position, "number.range", "hours/n weeks", weeks, 1, 52);
            return null;
        }

        if (Units.TryGetValue(Plural(word), out var unit))
        {
            return (unit, 1);
        }

        problems.AddUnknown(position, word, Units.Keys, "quantity.unit", word);
        return null;
    }

    // "1 half-day/week" reads better than "1 half-days/week".
    private static string Plural(string word) => word switch
    {
        _ when word.StartsWith("half-day/", StringComparison.Ordinal) => "half-days/" + word["half-day/".Length..],
        _ when word.StartsWith("hour/", StringComparison.Ordinal) => "hours/" + word["hour/".Length..],
        _ when word.StartsWith("day/", StringComparison.Ordinal) => "days/" + word["day/".Length..],
        _ => word,
    };

    private static NeedQuantity? Refuse(Position position, string key, ProblemList problems, string written = "")
    {
        problems.Add(position, key, written, string.Join(", ", UnitWords));
        return null;
    }

    [GeneratedRegex(@"^(?<number>[+-]?[0-9][0-9.,]*)\s*(?<unit>[^0-9\s].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"^hours?/(?<weeks>[0-9]{1,3}) weeks$", RegexOptions.CultureInvariant)]
    private static partial Regex EveryWeeks();
}
