using System.Globalization;
using CsvHelper;

namespace StaffPool.Documents.Planning;

/// <summary>
/// CSV as a French Excel opens it without a question: semicolons, a byte order mark, and the decimals of the language.
/// </summary>
internal static class SpreadsheetCsv
{
    /// <param name="stream">Left open.</param>
    /// <param name="culture">Language of the figures.</param>
    public static CsvWriter Open(Stream stream, CultureInfo culture) =>
        CsvWriter.Create(
            stream,
            new CsvWriterOptions
            {
                Separator = ';',
                NewLine = "\r\n",
                WriteByteOrderMark = true,
                FormatProvider = culture,
                // A name that starts with = + - or @ must never run as a formula in the reader's spreadsheet.
                Injection = CsvInjection.Escape,
            },
            leaveOpen: true);
}
