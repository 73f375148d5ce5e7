using System.Globalization;
using System.Text;
using CsvHelper;
using StaffPool.Application.Interchange;
using StaffPool.Documents.Planning;

namespace StaffPool.Documents.Interchange;

/// <summary>One table as CSV: semicolons, commas or tabs, UTF-8 or Windows-1252, as spreadsheets and software of establishments write it.</summary>
internal static class CsvTable
{
    private const string Formula = "=+-@\t\r";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static TableFile Read(byte[] file, string name)
    {
        var text = Decode(file);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw FileRefused.Of("file.not-table");
        }

        var lines = new List<TableLine>();
        try
        {
            using var reader = CsvReader.Create(
                new StringReader(text),
                new CsvReaderOptions
                {
                    Separator = SeparatorOf(text),
                    HasHeader = false,
                    TrackLineNumbers = true,
                    MaxRecordSize = FileLimits.MostColumns * FileLimits.MostText,
                    MalformedData = CsvMalformedDataHandling.Recover,
                });
            while (reader.Read())
            {
                Add(reader, lines, name);
            }
        }
        catch (Exception failure) when (failure is CsvFormatException or InvalidDataException)
        {
            throw FileRefused.Of("file.not-table");
        }

        return new TableFile([new TableSheet(Path.GetFileNameWithoutExtension(name), lines)]);
    }

    public static byte[] Write(WrittenSheet sheet)
    {
        using var stream = new MemoryStream();
        using (var csv = SpreadsheetCsv.Open(stream, CultureInfo.CurrentCulture))
        {
            csv.WriteHeader([.. sheet.Columns.Select(c => c.Title)]);
            foreach (var row in sheet.Rows)
            {
                foreach (var cell in row)
                {
                    Write(csv, cell);
                }

                csv.EndRecord();
            }
        }

        return stream.ToArray();
    }

    private static void Write(CsvWriter csv, object? cell)
    {
        switch (cell)
        {
            case int whole:
                csv.WriteField(whole, "0", CultureInfo.CurrentCulture);
                break;
            case decimal exact:
                csv.WriteField(exact, "0.############", CultureInfo.CurrentCulture);
                break;
            case double number:
                csv.WriteField(number, "0.############", CultureInfo.CurrentCulture);
                break;
            case DateOnly day:
                // The one form that no spreadsheet reads as another day.
                csv.WriteField(day);
                break;
            default:
                csv.WriteField((string?)cell);
                break;
        }
    }

    private static void Add(CsvReader reader, List<TableLine> lines, string name)
    {
        if (reader.FieldCount > FileLimits.MostColumns)
        {
            throw FileRefused.Of("file.too-wide", name, FileLimits.MostColumns, reader.FieldCount);
        }

        var cells = new object?[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            var text = reader.GetString(i).Trim();
            if (text.Length > FileLimits.MostText)
            {
                throw FileRefused.Of("file.long-text", name, reader.LineNumber, FileLimits.MostText);
            }

            cells[i] = text.Length == 0 ? null : Unescaped(text);
        }

        if (cells.All(c => c is null))
        {
            return;
        }

        if (lines.Count == FileLimits.MostLines)
        {
            throw FileRefused.Of("file.too-long", name, FileLimits.MostLines);
        }

        lines.Add(new TableLine((int)reader.LineNumber, cells));
    }

    // The apostrophe that keeps a spreadsheet from running a text was put there by us, or by somebody as careful.
    private static string Unescaped(string text) => text.Length > 1 && text[0] == '\'' && Formula.Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;

    private static string Decode(byte[] file)
    {
        switch (file)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return Encoding.UTF8.GetString(file.AsSpan(3));
            case [0xFF, 0xFE, ..]:
                return Encoding.Unicode.GetString(file.AsSpan(2));
            case [0xFE, 0xFF, ..]:
                return Encoding.BigEndianUnicode.GetString(file.AsSpan(2));
        }

        try
        {
            return StrictUtf8.GetString(file);
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding(1252).GetString(file);
        }
    }

    /// <summary>The one that parts the first line that is not empty, outside its quotes: decimals have commas where columns have semicolons.</summary>
    private static char SeparatorOf(string text)
    {
        var first = text.AsSpan().TrimStart("\r\n ");
        var end = first.IndexOfAny('\r', '\n');
        var (isQuoted, tabs, commas) = (false, 0, 0);
        foreach (var letter in end < 0 ? first : first[..end])
        {
            isQuoted ^= letter == '"';
            switch (letter)
            {
                case ';' when !isQuoted:
                    return ';';
                case '\t' when !isQuoted:
                    tabs++;
                    break;
                case ',' when !isQuoted:
                    commas++;
                    break;
            }
        }

        return tabs > commas ? '\t' : ',';
    }
}
