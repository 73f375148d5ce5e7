using System.Globalization;
using System.Text.RegularExpressions;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Calendar;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>The period to plan: <c>2026</c>, <c>2026-H1</c>, or a start and an end.</summary>
internal static partial class PeriodReader
{
    public static readonly string[] Keys = ["start", "end"];

    public static Period? Read(Node? node, ProblemList problems)
    {
        switch (node)
        {
            case null:
                return null;
            case MapNode map:
                return FromDates(map, problems);
            case ScalarNode scalar when Shape().Match(scalar.Value.Trim()) is { Success: true } parts:
                var year = int.Parse(parts.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
                return parts.Groups["half"] is { Success: true } half
                    ? Period.HalfYear(year, half.ValueSpan[0] - '0')
                    : Period.Year(year);
            default:
                problems.Add(node.Position, "period.shape", (node as ScalarNode)?.Value ?? "");
                return null;
        }
    }

    private static Period? FromDates(MapNode map, ProblemList problems)
    {
        if (Fields.Of(map, "period", Keys, problems) is not { } fields)
        {
            return null;
        }

        var start = fields.RequiredDate("start");
        var end = fields.RequiredDate("end");
        if (start is null || end is null)
        {
            return null;
        }

        if (end < start)
        {
            problems.Add(fields.PositionOf("end"), "period.reversed", start, end);
            return null;
        }

        return new Period(start.Value, end.Value);
    }

    [GeneratedRegex("^(?<year>19[0-9]{2}|2[01][0-9]{2})(-H(?<half>[12]))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
