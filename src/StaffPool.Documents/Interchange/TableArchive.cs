using System.Collections;
using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using StaffPool.Application.Interchange;
using StaffPool.Documents.Planning;

namespace StaffPool.Documents.Interchange;

/// <summary>Tables as one zip: each as CSV for a spreadsheet and as JSON for a program, under the names of the database.</summary>
internal static class TableArchive
{
    private static readonly JsonWriterOptions Json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(IReadOnlyList<WrittenSheet> tables)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var table in tables)
            {
                using (var csv = zip.CreateEntry($"{table.Title}.csv").Open())
                {
                    WriteCsv(csv, table);
                }

                using var json = zip.CreateEntry($"{table.Title}.json").Open();
                WriteJson(json, table);
            }
        }

        return stream.ToArray();
    }

    private static void WriteCsv(Stream stream, WrittenSheet table)
    {
        using var csv = SpreadsheetCsv.Open(stream, CultureInfo.InvariantCulture);
        csv.WriteHeader([.. table.Columns.Select(c => c.Title)]);
        foreach (var row in table.Rows)
        {
            foreach (var cell in row)
            {
                csv.WriteField(Told(cell));
            }

            csv.EndRecord();
        }
    }

    private static void WriteJson(Stream stream, WrittenSheet table)
    {
        using var json = new Utf8JsonWriter(stream, Json);
        json.WriteStartArray();
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            foreach (var (column, cell) in table.Columns.Zip(row))
            {
                json.WritePropertyName(column.Title);
                Write(json, cell);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, object? cell)
    {
        switch (cell)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case int or long or decimal:
                json.WriteNumberValue(Convert.ToDecimal(cell, CultureInfo.InvariantCulture));
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case IEnumerable list and not string:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    json.WriteStringValue(Told(item));
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Told(cell));
                break;
        }
    }

    private static string? Told(object? cell) => cell switch
    {
        null => null,
        string text => text,
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("O", CultureInfo.InvariantCulture),
        IEnumerable list => string.Join(", ", list.Cast<object>().Select(Told)),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString(),
    };
}
