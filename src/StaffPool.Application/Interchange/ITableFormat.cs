using StaffPool.Application.UseCases;

namespace StaffPool.Application.Interchange;

/// <summary>Spreadsheet files, without their meaning.</summary>
public interface ITableFormat
{
    /// <param name="file">An Excel workbook or CSV.</param>
    /// <param name="name">As its sender calls it.</param>
    /// <exception cref="RefusedException">It is too large, dangerous, or no table.</exception>
    TableFile Read(byte[] file, string name);

    /// <returns>An Excel workbook (xlsx). Nothing in it is a formula.</returns>
    byte[] ToWorkbook(IReadOnlyList<WrittenSheet> sheets);

    /// <returns>A zip with each table as CSV and as JSON.</returns>
    byte[] ToArchive(IReadOnlyList<WrittenSheet> tables);

    /// <returns>UTF-8 with a byte order mark, semicolons. A text that a spreadsheet would take for a formula starts with an apostrophe.</returns>
    byte[] ToCsv(WrittenSheet sheet);
}
