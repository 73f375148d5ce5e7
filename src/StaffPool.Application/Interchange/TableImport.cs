using System.Globalization;
using StaffPool.Application.UseCases;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Interchange;

/// <summary>Understands a file of tables and puts it into the rows of a grouping: all of it, or nothing and every problem.</summary>
internal static class TableImport
{
    // Nobody mends more at once; the rest comes with the next attempt.
    private const int MostProblems = 1_000;
    private const int HeadersWithin = 15;

    /// <param name="scope">The grouping. What changes is saved where the scope writes and the caller lets it.</param>
    /// <param name="file">As read.</param>
    /// <param name="name">Of the file.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<ImportReport> RunAsync(WorkScope scope, TableFile file, string name, CancellationToken stop)
    {
        var catalogue = await Catalogue.LoadAsync(scope, stop);
        var (problems, notes, changes) = (new List<CellProblem>(), new List<Text>(), new List<SheetChanges>());
        var recognised = file.Sheets
            .Where(s => s.Lines.Count > 0)
            .Select(s => (Tab: s, Header: HeaderOf(s)))
            .ToList();
        foreach (var (tab, _) in recognised.Where(r => r.Header is null && !IsHelp(r.Tab)))
        {
            notes.Add(ExchangeTexts.Of("note.sheet-ignored", tab.Name));
        }

        foreach (var sheet in Sheet.All)
        {
            foreach (var (tab, header) in recognised.Where(r => r.Header?.Sheet == sheet))
            {
                stop.ThrowIfCancellationRequested();
                if (sheet.IsForAdministrator && !catalogue.IsAdministrator)
                {
                    problems.Add(new CellProblem(tab.Name, header!.Line, null, null, null, ExchangeTexts.Of("sheet.administrator", sheet.Title)));
                    continue;
                }

                changes.Add(sheet.Import(LinesOf(tab, header!, problems, notes), catalogue));
            }

            if (problems.Count > MostProblems)
            {
                problems.RemoveRange(MostProblems, problems.Count - MostProblems);
                notes.Add(ExchangeTexts.Of("note.more-problems", MostProblems));
                break;
            }
        }

        if (changes.Count == 0 && problems.Count == 0)
        {
            problems.Add(new CellProblem(name, 1, null, null, null, ExchangeTexts.Of("file.no-table", string.Join(" ; ", Sheet.All.Select(s => s.Title.Here())))));
        }

        return new ImportReport(name, changes, [.. problems.OrderBy(p => p.Sheet, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column?.Length).ThenBy(p => p.Column, StringComparer.Ordinal)], notes);
    }

    /// <exception cref="RefusedException">There is any problem; each says where it is.</exception>
    public static ImportReport Hold(ImportReport report) => report.IsSound
        ? report
        : throw new RefusedException(Refusal.Invalid, [.. report.Problems.Select(p => new Violation(
            p.Message.Key, Severity.Blocking,
            p.Column is null
                ? ExchangeTexts.Of("problem.line", p.Sheet, p.Line, p.Message)
                : ExchangeTexts.Of("problem.cell", p.Sheet, string.Create(CultureInfo.InvariantCulture, $"{p.Column}{p.Line}"), p.Header, p.Message),
            [], null))]);

    private static IReadOnlyList<LineReader> LinesOf(TableSheet tab, Header header, List<CellProblem> problems, List<Text> notes)
    {
        foreach (var column in header.Sheet.Columns.Where(c => c.IsRequired && !header.Places.ContainsKey(c.Key)))
        {
            problems.Add(new CellProblem(tab.Name, header.Line, null, null, null, ExchangeTexts.Of("column.missing", header.Sheet.HeaderOf(column))));
        }

        foreach (var twice in header.Twice)
        {
            problems.Add(new CellProblem(tab.Name, header.Line, null, null, twice, ExchangeTexts.Of("column.twice", twice)));
        }

        if (header.Ignored.Count > 0)
        {
            notes.Add(ExchangeTexts.Of("note.columns-ignored", tab.Name, string.Join(" ; ", header.Ignored)));
        }

        return [.. tab.Lines
            .Where(l => l.Number > header.Line && l.Cells.Any(c => CellValue.Text(c) is not null))
            .Select(l => new LineReader(header.Sheet, tab.Name, header.Places, l, problems))];
    }

    private static bool IsHelp(TableSheet tab) =>
        ExchangeTexts.Spellings("sheet.help").Concat(ExchangeTexts.Spellings("sheet.choices")).Any(t => PlainKey.Of(t) == PlainKey.Of(tab.Name));

    /// <summary>
    /// The first line that says the most columns of a table. The name of the tab chooses between tables that have as many.
    /// </summary>
    private static Header? HeaderOf(TableSheet tab) => IsHelp(tab)
        ? null
        : (from sheet in Sheet.All
           from line in tab.Lines.Take(HeadersWithin)
           let header = Header.Read(sheet, line)
           let required = header.Sheet.Columns.Count(c => c.IsRequired && header.Places.ContainsKey(c.Key))
           let isNamed = ExchangeTexts.Spellings($"sheet.{sheet.Key}").Any(t => PlainKey.Of(t) == PlainKey.Of(tab.Name))
           where header.Places.Count > 1 && (isNamed || required > 1 || header.Places.Count == sheet.Columns.Count)
           orderby isNamed descending, required == header.Sheet.Columns.Count(c => c.IsRequired) descending, header.Places.Count descending, line.Number
           select header).FirstOrDefault();

    /// <param name="Sheet">The table.</param>
    /// <param name="Line">Its number.</param>
    /// <param name="Places">Where each column is, from 0.</param>
    /// <param name="Ignored">Headers that say nothing to us.</param>
    /// <param name="Twice">Headers that are there more than once.</param>
    private sealed record Header(Sheet Sheet, int Line, IReadOnlyDictionary<string, int> Places, IReadOnlyList<string> Ignored, IReadOnlyList<string> Twice)
    {
        public static Header Read(Sheet sheet, TableLine line)
        {
            var columns = sheet.Columns
                .SelectMany(c => ExchangeTexts.Spellings($"{sheet.Key}.{c.Key}").Select(s => (Key: PlainKey.Of(s), Column: c.Key)))
                .DistinctBy(c => c.Key)
                .ToDictionary(c => c.Key, c => c.Column, StringComparer.Ordinal);
            var places = new Dictionary<string, int>(StringComparer.Ordinal);
            var (ignored, twice) = (new List<string>(), new List<string>());
            foreach (var (place, cell) in line.Cells.Index())
            {
                if (CellValue.Text(cell) is not { } text)
                {
                    continue;
                }

                // "Nom *" and "Nom (obligatoire)" are "Nom".
                if (!columns.TryGetValue(PlainKey.Of(text.Split('(')[0]), out var column) && !columns.TryGetValue(PlainKey.Of(text), out column))
                {
                    ignored.Add(text);
                }
                else if (!places.TryAdd(column, place))
                {
                    twice.Add(text);
                }
            }

            return new Header(sheet, line.Number, places, ignored, twice);
        }
    }
}
