using Spectre.Console;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Cli.Planning;
using StaffPool.Cli.Terminals;

namespace StaffPool.Cli.Scenarios;

/// <summary>The sections of a report on the terminal.</summary>
/// <param name="console">Where to write.</param>
/// <param name="texts">In which language.</param>
/// <param name="withTraces">Whether the steps of the figures follow each table.</param>
internal sealed class ReportTables(IAnsiConsole console, CliTexts texts, bool withTraces)
{
    // Below, the first column would break names in the middle.
    private const int RoomForLabels = 20;

    // Below, words in a column are hard to read.
    private const int RoomForWords = 10;

    public void Write(ScenarioReport report)
    {
        foreach (var section in report.Sections)
        {
            Tables.WriteTitle(console, section.Title.In(texts.Culture));
            foreach (var table in section.Tables)
            {
                Write(table);
                if (withTraces)
                {
                    WriteTraces(table);
                }
            }

            if (section.Findings.Count > 0)
            {
                new CheckerReport(console, texts).Write(section.Findings, allWarnings: false);
            }
        }
    }

    private void Write(ReportTable table)
    {
        var columns = table.Columns.Select((c, i) => ColumnOf(table, c, i)).ToList();
        // Each column has a border and two spaces; one border closes the table.
        var least = RoomForLabels + columns.Sum(c => c.Least + 3) + 4;
        if (least > console.Profile.Width)
        {
            WriteAsList(table);
        }
        else
        {
            WriteAsTable(table, columns);
        }
    }

    private void WriteAsTable(ReportTable table, IReadOnlyList<Column> columns)
    {
        var shown = Tables.New().AddColumn(Tables.Words(table.RowHeader.In(texts.Culture)));
        shown.Title = new TableTitle(Markup.Escape(table.Title.In(texts.Culture)), Tables.Faint);
        foreach (var column in columns)
        {
            shown.AddColumn(column.IsOfNumbers ? Tables.Figures(column.Header) : Tables.Words(column.Header));
        }

        foreach (var row in table.Rows)
        {
            shown.AddRow([new Text(Label(row)), .. columns.Select((_, i) => new Text(table.Shown(row, i, texts.Culture)))]);
        }

        console.Write(shown);
    }

    /// <summary>For a table that is too wide: each row as a name over its figures.</summary>
    private void WriteAsList(ReportTable table)
    {
        console.Write(new Text(table.Title.In(texts.Culture) + "\n", Tables.Faint));
        foreach (var row in table.Rows)
        {
            Tables.WriteLine(console, 2, Label(row), Tables.Strong);
            Tables.WriteLine(console, 4, string.Join(" · ", table.Columns.Index()
                .Where(c => row.Figures[c.Index] is not null)
                .Select(c => texts["report.pair", c.Item.Title.In(texts.Culture), table.Shown(row, c.Index, texts.Culture)])));
        }
    }

    private void WriteTraces(ReportTable table)
    {
        foreach (var (row, column) in table.Rows.SelectMany(r => table.Columns.Index().Select(c => (r, c))))
        {
            if (row.Figures[column.Index]?.Trace is not { Count: > 0 } trace)
            {
                continue;
            }

            var figure = texts["report.traced", Label(row), column.Item.Title.In(texts.Culture), table.Shown(row, column.Index, texts.Culture)];
            if (trace.Count == 1)
            {
                Tables.WriteLine(console, 2, texts["report.pair", figure, trace[0].In(texts.Culture)], Tables.Faint);
                continue;
            }

            Tables.WriteLine(console, 2, figure, Tables.Faint);
            foreach (var step in trace)
            {
                Tables.WriteLine(console, 4, step.In(texts.Culture), Tables.Faint);
            }
        }
    }

    private Column ColumnOf(ReportTable table, ReportColumn column, int place)
    {
        var title = column.Title.In(texts.Culture);
        var values = table.Rows.Select(r => table.Shown(r, place, texts.Culture).Length).DefaultIfEmpty(0).Max();
        if (!table.IsOfNumbers(place))
        {
            return new Column(title, Math.Max(LongestWord(title), Math.Min(values, RoomForWords)), IsOfNumbers: false);
        }

        var width = Math.Max(LongestWord(title), values);
        return new Column(Folded(title, width), width, IsOfNumbers: true);
    }

    /// <summary>On as many lines as its words need: a heading must not make a column of small figures wide.</summary>
    private static string Folded(string heading, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in heading.Split(' '))
        {
            if (lines[^1].Length == 0)
            {
                lines[^1] = word;
            }
            else if (lines[^1].Length + 1 + word.Length <= width)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return string.Join('\n', lines);
    }

    private static int LongestWord(string heading) => heading.Split(' ').Max(w => w.Length);

    private string Label(ReportRow row) => ScenarioReport.Shown(row.Label, texts.Culture);

    /// <param name="Header">Heading, folded where it stands over figures.</param>
    /// <param name="Least">Characters below which the column cannot be read.</param>
    /// <param name="IsOfNumbers">Whether it is set on the right and never folded.</param>
    private sealed record Column(string Header, int Least, bool IsOfNumbers);
}
