using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using StaffPool.Application.Interchange;

namespace StaffPool.Documents.Interchange;

/// <summary>The notes of the headers. A workbook holds them twice: their words, and in VML where they are drawn.</summary>
internal static class CellNotes
{
    /// <returns>Identifier of the drawing for the sheet, or null where no column has a note.</returns>
    public static string? Add(WorksheetPart part, IReadOnlyList<WrittenColumn> columns)
    {
        var noted = columns.Index().Where(c => c.Item.About is not null).ToList();
        if (noted.Count == 0)
        {
            return null;
        }

        part.AddNewPart<WorksheetCommentsPart>().Comments = new Comments(
            new Authors(new Author("StaffPool")),
            new CommentList(noted.Select(c => new Comment(new CommentText(new Text(c.Item.About!)))
            {
                Reference = Letters(c.Index) + "1", AuthorId = 0,
            })));
        var drawing = part.AddNewPart<VmlDrawingPart>();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Drawn(noted.Select(c => c.Index))));
        drawing.FeedData(stream);
        return part.GetIdOfPart(drawing);
    }

    /// <summary>A for 0, AA for 26.</summary>
    public static string Letters(int place) => place < 26
        ? ((char)('A' + place)).ToString(CultureInfo.InvariantCulture)
        : Letters((place / 26) - 1) + (char)('A' + (place % 26));

    private static string Drawn(IEnumerable<int> places)
    {
        var vml = new StringBuilder(
            """
            <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/></v:shapetype>
            """);
        foreach (var place in places)
        {
            vml.Append(CultureInfo.InvariantCulture, $"""
                <v:shape id="_x0000_s{1025 + place}" type="#_x0000_t202" style="position:absolute;width:220pt;height:90pt;visibility:hidden" fillcolor="#ffffe1"><v:fill color2="#ffffe1"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{place + 1}, 15, 0, 2, {place + 4}, 15, 6, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>0</x:Row><x:Column>{place}</x:Column></x:ClientData></v:shape>
                """);
        }

        return vml.Append("</xml>").ToString();
    }
}
