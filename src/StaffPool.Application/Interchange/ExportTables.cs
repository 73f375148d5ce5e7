using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Interchange;

/// <summary>
/// The tables of the grouping as a workbook to fill in, change and send back, or one of them as CSV. A representative gets
/// what is its member's; of members and sites what all may know.
/// </summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Auditor)]
[Limits("own-member", Role.MemberRepresentative)]
public sealed class ExportTables(Work work, ITableFormat format) : IUseCase<TablesAsked, byte[]>
{
    private static readonly string[] HelpColumns = ["help.sheet", "help.column", "help.required", "help.about", "help.example"];

    public Task<byte[]> RunAsync(Guid groupingId, TablesAsked request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private async Task<byte[]> WriteAsync(WorkScope scope, TablesAsked request, CancellationToken stop)
    {
        var catalogue = await Catalogue.LoadAsync(scope, stop);
        if (request.Sheet is { } asked)
        {
            var sheet = WorkScope.Found(Sheet.All.FirstOrDefault(s => s.Key == asked), "not-found.sheet");
            return format.ToCsv(sheet.Written(catalogue, RowsOf(sheet, catalogue, request)));
        }

        var sheets = Sheet.All.Where(s => !request.IsEmpty || catalogue.IsAdministrator || !s.IsForAdministrator).ToList();
        return format.ToWorkbook([Help(sheets), .. sheets.Select(s => s.Written(catalogue, RowsOf(s, catalogue, request)))]);
    }

    private static IEnumerable<IReadOnlyList<object?>> RowsOf(Sheet sheet, Catalogue catalogue, TablesAsked request) =>
        request.IsEmpty ? [] : sheet.RowsOf(catalogue);

    private static WrittenSheet Help(IReadOnlyList<Sheet> sheets) => new(
        ExchangeTexts.Of("sheet.help").Here(),
        [.. HelpColumns.Select(k => new WrittenColumn(ExchangeTexts.Of(k).Here(), null, [], false))],
        from sheet in sheets
        from column in sheet.Columns
        select (IReadOnlyList<object?>)
            [sheet.Title.Here(), sheet.HeaderOf(column).Here(), CellValue.Text(column.IsRequired), ExchangeTexts.Of($"{sheet.Key}.{column.Key}.about").Here(), sheet.ExampleOf(column)]);
}

/// <param name="Sheet">Key of the one table wanted, as CSV; null for all, as a workbook.</param>
/// <param name="IsEmpty">Whether to leave the rows out: a template.</param>
public sealed record TablesAsked(string? Sheet = null, bool IsEmpty = false)
{
    /// <summary>What can be asked for, with its title.</summary>
    public static IReadOnlyList<(string Key, string Title)> Sheets => [.. Interchange.Sheet.All.Select(s => (s.Key, s.Title.Here()))];
}
