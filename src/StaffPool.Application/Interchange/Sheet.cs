using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Interchange;

/// <summary>One table that people fill in: its columns, how its rows are written, and how its lines are read.</summary>
/// <param name="key">Of its title and those of its columns among the texts.</param>
/// <param name="columns">From left to right.</param>
internal abstract class Sheet(string key, IReadOnlyList<SheetColumn> columns)
{
    // A workbook takes no more in a list of its own; longer ones are typed.
    private const int MostChoices = 2_000;

    /// <summary>In the order in which they refer to each other.</summary>
    public static IReadOnlyList<Sheet> All { get; } =
        [new MembersSheet(), new SitesSheet(), new ProfessionsSheet(), new ProfessionalsSheet(), new NeedsSheet(), new WorkDoneSheet()];

    public string Key { get; } = key;

    public IReadOnlyList<SheetColumn> Columns { get; } = columns;

    public Text Title => ExchangeTexts.Of($"sheet.{Key}");

    /// <summary>Whether the administrator alone may fill it in.</summary>
    public virtual bool IsForAdministrator => true;

    public Text HeaderOf(SheetColumn column) => ExchangeTexts.Of($"{Key}.{column.Key}");

    /// <summary>The column that a rule complains of: by the code of the rule, or by the field that it names.</summary>
    public SheetColumn ColumnOf(Violation violation) =>
        Columns.FirstOrDefault(c => c.Codes.Contains(violation.Code, StringComparer.Ordinal))
        ?? (violation.Message.Arguments is [Text { Key: var field }, ..] ? Columns.FirstOrDefault(c => $"field.{c.Field}" == field) : null)
        ?? Columns[0];

    /// <summary>What the caller may have of it, row by row, as cells of <see cref="Columns"/>.</summary>
    public abstract IEnumerable<IReadOnlyList<object?>> RowsOf(Catalogue catalogue);

    /// <summary>Reads the lines into the rows of the catalogue; problems go to the lines.</summary>
    public abstract SheetChanges Import(IReadOnlyList<LineReader> lines, Catalogue catalogue);

    /// <param name="catalogue">For what can be chosen.</param>
    /// <param name="rows">To write in it.</param>
    public WrittenSheet Written(Catalogue catalogue, IEnumerable<IReadOnlyList<object?>> rows) => new(
        Title.Here(),
        [.. Columns.Select(c => new WrittenColumn(HeaderOf(c).Here(), AboutOf(c), [.. ChoicesOf(c, catalogue).Take(MostChoices)], c.IsRequired))],
        rows.Select(row => (IReadOnlyList<object?>)[.. row.Select(cell => cell is bool ? CellValue.Text(cell) : cell)]));

    public string AboutOf(SheetColumn column) => string.Join('\n', new[]
    {
        ExchangeTexts.Of($"{Key}.{column.Key}.about").Here(),
        ExchangeTexts.Of(column.IsRequired ? "column.required" : "column.optional").Here(),
        ExchangeTexts.Of("column.example", ExampleOf(column)).Here(),
    });

    public string ExampleOf(SheetColumn column) => ExchangeTexts.Of($"{Key}.{column.Key}.example").Here();

    private static IEnumerable<string> ChoicesOf(SheetColumn column, Catalogue catalogue) =>
        column.Choices is null ? [] : column.Choices(catalogue).Order(StringComparer.CurrentCulture);
}

/// <param name="Key">Of its texts, after that of its sheet.</param>
/// <param name="IsRequired">Whether a new row cannot do without.</param>
/// <param name="Field">Column of the database that it fills in, where a rule names it.</param>
/// <param name="Choices">What it can be, or null for anything.</param>
internal sealed record SheetColumn(string Key, bool IsRequired = false, string? Field = null, Func<Catalogue, IEnumerable<string>>? Choices = null)
{
    /// <summary>Codes of the rules that are about it.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    public static IEnumerable<string> YesOrNo(Catalogue catalogue) => [ExchangeTexts.Of("yes").Here(), ExchangeTexts.Of("no").Here()];

    public static IEnumerable<string> Of<T>(Catalogue catalogue)
        where T : struct, Enum =>
        ChoiceWords.All<T>().Select(ExchangeTexts.Here);
}
