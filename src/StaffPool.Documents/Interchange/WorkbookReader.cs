using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using StaffPool.Application.Interchange;

namespace StaffPool.Documents.Interchange;

/// <summary>The tables of an Excel workbook. Formulas are never computed: their last value is read, as the file holds it.</summary>
internal static class WorkbookReader
{
    public static TableFile Read(byte[] file)
    {
        PackedFile.Hold(file);
        // Asked for by the reader, whatever the file.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file, writable: false));
            var sheets = new List<TableSheet>();
            do
            {
                sheets.Add(new TableSheet(reader.Name, LinesOf(reader)));
            }
            while (reader.NextResult());

            return new TableFile(sheets);
        }
        catch (Exception failure) when (failure is ExcelReaderException or InvalidDataException or System.Xml.XmlException or FormatException
            or ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException or OverflowException)
        {
            // What the reader throws on a workbook that is not one says nothing to its sender.
            throw FileRefused.Of("file.not-workbook");
        }
    }

    private static List<TableLine> LinesOf(IExcelDataReader reader)
    {
        var lines = new List<TableLine>();
        while (reader.Read())
        {
            if (reader.FieldCount > FileLimits.MostColumns)
            {
                throw FileRefused.Of("file.too-wide", reader.Name, FileLimits.MostColumns, reader.FieldCount);
            }

            var cells = new object?[reader.FieldCount];
            var isEmpty = true;
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = CellOf(reader, i);
                isEmpty &= cells[i] is null;
            }

            if (isEmpty)
            {
                continue;
            }

            if (lines.Count == FileLimits.MostLines)
            {
                throw FileRefused.Of("file.too-long", reader.Name, FileLimits.MostLines);
            }

            lines.Add(new TableLine(reader.Depth + 1, cells));
        }

        return lines;
    }

    private static object? CellOf(IExcelDataReader reader, int i) => reader.GetValue(i) switch
    {
        string { Length: > FileLimits.MostText } => throw FileRefused.Of("file.long-text", reader.Name, reader.Depth + 1, FileLimits.MostText),
        string text when string.IsNullOrWhiteSpace(text) => null,
        int whole => (double)whole,
        TimeSpan time => time.ToString("c", System.Globalization.CultureInfo.InvariantCulture),
        var value => value,
    };
}
