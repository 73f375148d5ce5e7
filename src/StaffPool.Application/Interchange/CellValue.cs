using System.Globalization;
using System.Text.RegularExpressions;

namespace StaffPool.Application.Interchange;

/// <summary>What a cell means, however it was typed or whatever its format made of it.</summary>
internal static partial class CellValue
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private static readonly string[] Days =
        ["d/M/yyyy", "d/M/yy", "d-M-yyyy", "d.M.yyyy", "d.M.yy", "yyyy-M-d", "yyyy/M/d", "d MMMM yyyy", "d-MMMM-yy", "d-MMMM-yyyy", "d MMMM yy"];

    private static readonly string[] Months = ["M/yyyy", "M-yyyy", "yyyy-M", "yyyy/M", "MMMM yyyy", "MMMM-yyyy", "MMMM-yy", "MMMM yy"];

    // Serial numbers of days from 1954 to 2119: what is left of a date whose cell lost its format.
    private const double FirstSerial = 20_000;
    private const double LastSerial = 80_000;

    /// <summary>As its reader sees it; null for an empty cell.</summary>
    public static string? Text(object? cell)
    {
        var text = cell switch
        {
            null => null,
            string typed => typed.Trim(),
            double number => Decimal(number) is { } exact ? exact.ToString("0.############", CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture),
            bool yes => ExchangeTexts.Of(yes ? "yes" : "no").Here(),
            DateTime day => day.ToString(day.TimeOfDay == TimeSpan.Zero ? "d" : "g", CultureInfo.CurrentCulture),
            DateOnly day => day.ToString("d", CultureInfo.CurrentCulture),
            decimal exact => exact.ToString("0.############", CultureInfo.CurrentCulture),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString(),
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>1 234,5 or 1.234,50 or 1234.5; "80 %" is 0.8.</summary>
    public static decimal? Number(object? cell)
    {
        if (cell is double number)
        {
            return Decimal(number);
        }

        var typed = string.Concat((Text(cell) ?? "").Where(c => !char.IsWhiteSpace(c)));
        var isPercent = typed.EndsWith('%');
        typed = typed.TrimEnd('%', '€');
        // Where both are there, the last one parts the decimals.
        var (comma, point) = (typed.LastIndexOf(','), typed.LastIndexOf('.'));
        typed = comma >= 0 && point >= 0
            ? typed.Replace(comma > point ? "." : ",", "", StringComparison.Ordinal)
            : typed;
        return decimal.TryParse(typed.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read)
            ? isPercent ? read / 100 : read
            : null;
    }

    public static int? Whole(object? cell) => Number(cell) is { } number && decimal.Truncate(number) == number && number is >= int.MinValue and <= int.MaxValue
        ? (int)number
        : null;

    public static bool? Yes(object? cell) => cell switch
    {
        bool yes => yes,
        _ => PlainKey.Of(Text(cell) ?? "") switch
        {
            "oui" or "o" or "yes" or "y" or "vrai" or "true" or "1" or "x" => true,
            "non" or "n" or "no" or "faux" or "false" or "0" => false,
            _ => null,
        },
    };

    /// <summary>31/12/2026, 31.12.26, 2026-12-31, 31 décembre 2026, 1er janvier 2027, a date cell or its serial number.</summary>
    public static DateOnly? Day(object? cell) => cell switch
    {
        DateTime moment => DateOnly.FromDateTime(moment),
        double serial when serial is >= FirstSerial and <= LastSerial => DateOnly.FromDateTime(DateTime.FromOADate(Math.Floor(serial))),
        string typed => Parse(typed, Days),
        _ => null,
    };

    /// <summary>The first day of a month: 03/2026, 2026-03, mars 2026, mars-26, or any day of it.</summary>
    public static DateOnly? Month(object? cell) => (Day(cell) ?? (cell is string typed ? Parse(typed, Months) : null)) is { } day
        ? new DateOnly(day.Year, day.Month, 1)
        : null;

    private static DateOnly? Parse(string typed, string[] forms)
    {
        var text = Ordinal().Replace(Spaces().Replace(typed.Trim(), " "), "1");
        text = WithPointsOfMonths(text);
        return DateOnly.TryParseExact(text, forms, French, DateTimeStyles.AllowWhiteSpaces, out var day)
            || DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out day)
            ? day
            : null;
    }

    // French abbreviates with a point ("janv."), people without, and without accents.
    private static string WithPointsOfMonths(string text)
    {
        var word = Word().Match(text);
        if (!word.Success)
        {
            return text;
        }

        var plain = PlainKey.Of(word.Value);
        var names = French.DateTimeFormat.MonthNames.Take(12).ToList();
        var full = names.Find(n => PlainKey.Of(n) == plain)
            ?? (plain.Length >= 3 ? names.Where(n => PlainKey.Of(n).StartsWith(plain, StringComparison.Ordinal)).ToList() is [var only] ? only : null : null);
        return full is null ? text : text.Replace(word.Value, full, StringComparison.Ordinal);
    }

    // Fifteen digits are exact; the rest is noise of the binary fraction.
    private static decimal? Decimal(double number) => double.IsFinite(number) && Math.Abs(number) < 1e15 ? (decimal)number : null;

    [GeneratedRegex(@"^1er\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\p{L}+\.?", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
