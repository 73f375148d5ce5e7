using DocumentFormat.OpenXml.Spreadsheet;

namespace StaffPool.Documents.Interchange;

/// <summary>How cells look.</summary>
internal static class WorkbookStyles
{
    public const uint Plain = 0;

    public const uint Header = 1;

    /// <summary>A date, in the form of the reader's own language.</summary>
    public const uint Day = 2;

    /// <summary>A text that looks like a formula and is none.</summary>
    public const uint Quoted = 3;

    private const uint BuiltInShortDate = 14;

    public static Stylesheet Sheet() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE3ECF3" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true, FillId = 2, ApplyFill = true },
            new CellFormat { NumberFormatId = BuiltInShortDate, ApplyNumberFormat = true },
            new CellFormat { QuotePrefix = true }));
}
