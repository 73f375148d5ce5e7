using System.Globalization;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Scenarios.Reports;

/// <summary>A figure that a scenario must give, as written beside it; dates are year-month-day, numbers have a point.</summary>
/// <param name="Path">Section, table, row and column joined by dots.</param>
/// <param name="Origin">The source, or the arithmetic, that the expected value comes from.</param>
public sealed record ExpectedFact(string Path, string Origin)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Exactly this, or null.</summary>
    public string? Is { get; init; }

    public string? AtLeast { get; init; }

    public string? AtMost { get; init; }

    /// <summary>A piece of a text, or null.</summary>
    public string? Contains { get; init; }

    /// <returns>Null where the fact holds, else what is wrong.</returns>
    public Text? Failure(IReadOnlyDictionary<string, object> figures)
    {
        if (!figures.TryGetValue(Path, out var value))
        {
            return ReportTexts.Of("fact.unknown", Path, string.Join(", ", NearTo(figures.Keys)));
        }

        if (Is is not null && !Equals(value, Is))
        {
            return ReportTexts.Of("fact.differs", Path, Written(value), Is);
        }

        if (AtLeast is not null && !(Compare(value, AtLeast) >= 0))
        {
            return ReportTexts.Of("fact.below", Path, Written(value), AtLeast);
        }

        if (AtMost is not null && !(Compare(value, AtMost) <= 0))
        {
            return ReportTexts.Of("fact.above", Path, Written(value), AtMost);
        }

        return Contains is not null && !Written(value).Contains(Contains, StringComparison.Ordinal)
            ? ReportTexts.Of("fact.lacks", Path, Written(value), Contains)
            : null;
    }

    // Those that begin alike as far as possible, then those that look alike.
    private IEnumerable<string> NearTo(IEnumerable<string> paths)
    {
        var known = paths.ToList();
        var near = Nearest.To(Path, known, 4, Math.Max(2, Path.Length / 4)).ToList();
        return near.Count > 0
            ? near
            : known.OrderByDescending(p => p.Zip(Path).TakeWhile(c => c.First == c.Second).Count()).Take(4);
    }

    private static bool Equals(object value, string expected) => Compare(value, expected) is { } order
        ? order == 0
        : Written(value) == expected;

    /// <returns>Null where the two cannot be compared.</returns>
    private static int? Compare(object value, string expected) => value switch
    {
        long whole => Number(expected) is { } number ? ((decimal)whole).CompareTo(number) : null,
        decimal exact => Number(expected) is { } number ? exact.CompareTo(number) : null,
        Money money => Number(expected) is { } euros ? money.Euros.CompareTo(euros) : null,
        DateOnly day => DateOnly.TryParseExact(expected, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var other)
            ? day.CompareTo(other)
            : null,
        _ => null,
    };

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The value as an expected fact writes it.</summary>
    public static string Written(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        Money money => money.Euros.ToString("0.00", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        // A no-break space cannot be told from another in a file.
        Text text => text.In(French).Replace('\u00A0', ' ').Replace('\u202F', ' '),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
