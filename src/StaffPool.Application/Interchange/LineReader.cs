using System.Globalization;
using StaffPool.Data;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Interchange;

/// <summary>
/// One line of a table, column by column. A column that the file does not have keeps what the row says; an empty cell
/// empties what may be empty, and keeps the rest.
/// </summary>
/// <param name="sheet">What it is a line of.</param>
/// <param name="tab">As the file calls it.</param>
/// <param name="places">Where each column is.</param>
/// <param name="line">Its cells.</param>
/// <param name="problems">Added to.</param>
internal sealed class LineReader(
    Sheet sheet, string tab, IReadOnlyDictionary<string, int> places, TableLine line, List<CellProblem> problems)
{
    private const int MostSuggestions = 3;

    private readonly HashSet<string> blamed = [];

    public int Number => line.Number;

    /// <summary>Whether nothing is wrong with it so far.</summary>
    public bool IsSound => blamed.Count == 0;

    public bool Has(string column) => places.ContainsKey(column);

    public bool IsEmpty(string column) => CellValue.Text(Cell(column)) is null;

    public string? Text(string column, string? kept = null) => Has(column) ? CellValue.Text(Cell(column)) : kept;

    /// <summary>A code of digits whose first zeros a spreadsheet took away.</summary>
    public string? Digits(string column, int count, string? kept = null) =>
        Text(column, kept) is { } text && text.Length < count && text.All(char.IsAsciiDigit) ? text.PadLeft(count, '0') : Text(column, kept);

    public int? Whole(string column, int? kept) => Value(column, kept, CellValue.Whole, "cell.not-whole");

    public decimal? Amount(string column, decimal? kept) => Value(column, kept, CellValue.Number, "cell.not-number");

    public double? Degrees(string column, double? kept) => (double?)Value(column, (decimal?)kept, CellValue.Number, "cell.not-number");

    public DateOnly? Day(string column) => Value(column, null, CellValue.Day, "cell.not-day");

    public DateOnly? Month(string column) => Value(column, null, CellValue.Month, "cell.not-month");

    public bool Yes(string column, bool kept) => IsEmpty(column) ? kept : Value(column, kept, CellValue.Yes, "cell.not-yes") ?? kept;

    /// <param name="column">Where a word of an enumeration is.</param>
    /// <param name="kept">What an empty cell leaves; null where it may not be empty.</param>
    public T Choice<T>(string column, T? kept)
        where T : struct, Enum
    {
        if (CellValue.Text(Cell(column)) is not { } word)
        {
            if (kept is null)
            {
                Blame(column, "cell.missing");
            }

            return kept ?? default;
        }

        return OneOf(column, word, kept);
    }

    /// <summary>Several words, parted by commas, semicolons or lines.</summary>
    public IReadOnlyList<T> Choices<T>(string column, IReadOnlyList<T> kept)
        where T : struct, Enum =>
        CellValue.Text(Cell(column)) is { } words ? [.. Parts(words).Select(word => OneOf<T>(column, word, default))] : kept;

    public IReadOnlyList<string> Words(string column, IReadOnlyList<string> kept) => Has(column) ? [.. Parts(Text(column) ?? "")] : kept;

    /// <param name="column">Where an identifier or a name is.</param>
    /// <param name="rows">What it may refer to.</param>
    /// <param name="kept">What an empty cell leaves; null where it may not be empty.</param>
    public T? Reference<T>(string column, NamedRows<T> rows, T? kept)
        where T : GroupingOwned
    {
        if (CellValue.Text(Cell(column)) is not { } text)
        {
            if (kept is null)
            {
                Blame(column, "cell.missing");
            }

            return kept;
        }

        if (rows.Find(text) is { } row)
        {
            return row;
        }

        Blame(column, Unknown("cell.unknown", text, rows.AllNames));
        return null;
    }

    public void Blame(string column, string key, params object?[] arguments) => Blame(column, ExchangeTexts.Of(key, arguments));

    /// <summary>What rules say of what was read; of what could not be read they have nothing to say.</summary>
    public void Blame(IEnumerable<Violation> violations)
    {
        var unread = blamed.ToHashSet(StringComparer.Ordinal);
        foreach (var (column, message) in violations.Select(v => (sheet.ColumnOf(v).Key, v.Message)).Where(v => !unread.Contains(v.Key)).ToList())
        {
            Blame(column, message);
        }
    }

    private void Blame(string column, Text message)
    {
        blamed.Add(column);
        var header = sheet.Columns.First(c => c.Key == column);
        problems.Add(new CellProblem(
            tab, line.Number, places.TryGetValue(column, out var place) ? Letters(place) : null, sheet.HeaderOf(header).Here(), CellValue.Text(Cell(column)), message));
    }

    private static string Letters(int place) => place < 26
        ? ((char)('A' + place)).ToString(CultureInfo.InvariantCulture)
        : Letters((place / 26) - 1) + (char)('A' + (place % 26));

    private T OneOf<T>(string column, string word, T? kept)
        where T : struct, Enum
    {
        if (ChoiceWords.TryRead<T>(word, out var value))
        {
            return value;
        }

        Blame(column, ExchangeTexts.Of("cell.not-choice", word, string.Join(" ; ", ChoiceWords.All<T>().Select(t => t.Here()))));
        return kept ?? default;
    }

    private static Text Unknown(string key, string text, IEnumerable<string> names) =>
        Nearest.To(PlainKey.Of(text), names.Select(PlainKey.Of), MostSuggestions) is { Count: > 0 } near
            ? ExchangeTexts.Of($"{key}-near", text, string.Join(" ; ", names.Where(n => near.Contains(PlainKey.Of(n), StringComparer.Ordinal)).Take(MostSuggestions)))
            : ExchangeTexts.Of(key, text);

    private static string[] Parts(string words) =>
        words.Split([',', ';', '\n', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private T? Value<T>(string column, T? kept, Func<object?, T?> read, string problem)
        where T : struct
    {
        if (!Has(column))
        {
            return kept;
        }

        var cell = Cell(column);
        if (CellValue.Text(cell) is null)
        {
            return null;
        }

        var value = read(cell);
        if (value is null)
        {
            Blame(column, problem);
        }

        return value;
    }

    private object? Cell(string column) => places.TryGetValue(column, out var place) ? line.Cells.ElementAtOrDefault(place) : null;
}
