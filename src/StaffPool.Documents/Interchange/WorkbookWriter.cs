using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using StaffPool.Application.Interchange;

namespace StaffPool.Documents.Interchange;

/// <summary>Tables as an Excel workbook: headers that stay and explain themselves, lists to choose from, no formula anywhere.</summary>
internal static class WorkbookWriter
{
    // Lists are offered on so many lines.
    private const int LinesWithChoices = 5_000;
    private const double LeastWidth = 12;

    public static byte[] Write(IReadOnlyList<WrittenSheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.Sheet();
            var lists = sheets.SelectMany(s => s.Columns).Select(c => c.Choices).Where(c => c.Count > 0).ToList();
            var tabs = new Sheets();
            foreach (var sheet in sheets)
            {
                AddTab(workbook, tabs, sheet.Title, part => Write(part, sheet, lists), isHidden: false);
            }

            if (lists.Count > 0)
            {
                AddTab(workbook, tabs, TableFileTexts.Of("tab.choices").In(CultureInfo.CurrentUICulture), part => WriteLists(part, lists), isHidden: true);
            }

            workbook.Workbook = new Workbook(tabs);
        }

        return stream.ToArray();
    }

    private static void AddTab(WorkbookPart workbook, Sheets tabs, string title, Action<WorksheetPart> write, bool isHidden)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        write(part);
        tabs.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet
        {
            Id = workbook.GetIdOfPart(part),
            SheetId = (uint)tabs.ChildElements.Count + 1,
            Name = title,
            State = isHidden ? SheetStateValues.Hidden : null,
        });
    }

    private static void Write(WorksheetPart part, WrittenSheet sheet, List<IReadOnlyList<string>> lists)
    {
        var notes = CellNotes.Add(part, sheet.Columns);
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(sheet.Columns.Select((c, i) => new Column
        {
            Min = (uint)i + 1, Max = (uint)i + 1, Width = Math.Max(LeastWidth, c.Title.Length + 4), CustomWidth = true,
        })));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, sheet.Columns.Select(c => (object?)c.Title), WorkbookStyles.Header);
        foreach (var (index, row) in sheet.Rows.Index())
        {
            WriteRow(writer, index + 2, row, WorkbookStyles.Plain);
        }

        writer.WriteEndElement();
        WriteChoices(writer, sheet, lists);
        if (notes is not null)
        {
            writer.WriteElement(new LegacyDrawing { Id = notes });
        }

        writer.WriteEndElement();
    }

    private static void WriteLists(WorksheetPart part, List<IReadOnlyList<string>> lists)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        for (var line = 0; line < lists.Max(l => l.Count); line++)
        {
            WriteRow(writer, line + 1, lists.Select(l => (object?)l.ElementAtOrDefault(line)), WorkbookStyles.Plain);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, int line, IEnumerable<object?> cells, uint style)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)line });
        foreach (var (place, cell) in cells.Index())
        {
            if (cell is not null)
            {
                writer.WriteElement(CellOf(cell, CellNotes.Letters(place) + line.ToString(CultureInfo.InvariantCulture), style));
            }
        }

        writer.WriteEndElement();
    }

    private static Cell CellOf(object value, string reference, uint style) => value switch
    {
        string text => new Cell
        {
            CellReference = reference,
            DataType = CellValues.InlineString,
            StyleIndex = style == WorkbookStyles.Plain && IsLikeFormula(text) ? WorkbookStyles.Quoted : style,
            InlineString = new InlineString(new Text(Readable(text)) { Space = SpaceProcessingModeValues.Preserve }),
        },
        DateOnly day => new Cell
        {
            CellReference = reference,
            StyleIndex = WorkbookStyles.Day,
            CellValue = new CellValue(day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)),
        },
        _ => new Cell { CellReference = reference, StyleIndex = style, CellValue = new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!) },
    };

    private static void WriteChoices(OpenXmlWriter writer, WrittenSheet sheet, List<IReadOnlyList<string>> lists)
    {
        var tab = TableFileTexts.Of("tab.choices").In(CultureInfo.CurrentUICulture);
        var validations = sheet.Columns.Index()
            .Where(c => c.Item.Choices.Count > 0)
            .Select(c =>
            {
                var list = CellNotes.Letters(lists.FindIndex(l => ReferenceEquals(l, c.Item.Choices)));
                var column = CellNotes.Letters(c.Index);
                return new DataValidation(new Formula1(FormattableString.Invariant($"'{tab}'!${list}$1:${list}${c.Item.Choices.Count}")))
                {
                    Type = DataValidationValues.List,
                    AllowBlank = true,
                    // Other spellings are understood too: asked again, not forbidden.
                    ErrorStyle = DataValidationErrorStyleValues.Warning,
                    ShowErrorMessage = true,
                    SequenceOfReferences = new ListValue<StringValue> { InnerText = FormattableString.Invariant($"{column}2:{column}{LinesWithChoices}") },
                };
            })
            .ToList();
        if (validations.Count > 0)
        {
            writer.WriteElement(new DataValidations(validations) { Count = (uint)validations.Count });
        }
    }

    // Kept a text even once somebody has edited the cell.
    private static bool IsLikeFormula(string text) => text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal);

    // Characters that XML has no place for.
    private static string Readable(string text) => text.All(c => System.Xml.XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))
        ? text
        : string.Concat(text.Where(c => System.Xml.XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
