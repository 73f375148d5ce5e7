using StaffPool.Application.Interchange;

namespace StaffPool.Documents.Interchange;

/// <summary>Excel workbooks and CSV, in and out.</summary>
public sealed class TableFormat : ITableFormat
{
    public TableFile Read(byte[] file, string name) => file switch
    {
        { Length: > FileLimits.MostBytes } => throw FileRefused.Of("file.too-large", FileLimits.MostBytes / FileLimits.Million, (file.Length + FileLimits.Million - 1) / FileLimits.Million),
        // "PK", the first bytes of every zip, and so of every xlsx.
        [(byte)'P', (byte)'K', ..] => WorkbookReader.Read(file),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => throw FileRefused.Of("file.old-workbook"),
        _ => CsvTable.Read(file, name),
    };

    public byte[] ToWorkbook(IReadOnlyList<WrittenSheet> sheets) => WorkbookWriter.Write(sheets);

    public byte[] ToArchive(IReadOnlyList<WrittenSheet> tables) => TableArchive.Write(tables);

    public byte[] ToCsv(WrittenSheet sheet) => CsvTable.Write(sheet);
}
