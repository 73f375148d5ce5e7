using System.IO.Compression;
using System.Text;
using StaffPool.Application.Interchange;
using StaffPool.Application.UseCases;
using StaffPool.Documents.Interchange;

namespace StaffPool.Documents.Tests.Interchange;

public sealed class TableFormatTests
{
    private static readonly TableFormat Format = new();

    private static readonly string[] LikeFormulas = ["=cmd|' /C calc'!A0", "+33 1 02", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://exemple.invalid\")"];

    [Fact]
    public void A_workbook_is_read_as_it_was_written()
    {
        var file = Format.ToWorkbook([Sheet([["Résidence « Été » & <fils>", 12.5m, new DateOnly(2026, 12, 31), null], [null, 3, null, "  deux mots "]])]);

        var read = Format.Read(file, "essai.xlsx");

        var tab = read.Sheets[0];
        tab.Name.ShouldBe("Essai");
        tab.Lines.Select(l => l.Number).ShouldBe([1, 2, 3]);
        tab.Lines[1].Cells.ShouldBe(["Résidence « Été » & <fils>", 12.5, new DateTime(2026, 12, 31, 0, 0, 0, DateTimeKind.Unspecified), null]);
        tab.Lines[2].Cells.ShouldBe([null, 3d, null, "  deux mots "]);
    }

    [Fact]
    public void No_cell_of_a_workbook_is_a_formula()
    {
        var file = Format.ToWorkbook([Sheet([.. LikeFormulas.Select(f => (IReadOnlyList<object?>)[f, null, null, null])])]);

        var xml = PartOf(file, "xl/worksheets/sheet1.xml");
        xml.ShouldNotContain("<f>");
        xml.ShouldNotContain(":f>");
        Format.Read(file, "essai.xlsx").Sheets[0].Lines.Skip(1).Select(l => l.Cells[0]).ShouldBe(LikeFormulas);
        PartOf(file, "xl/styles.xml").ShouldContain("quotePrefix=\"1\"");
    }

    [Fact]
    public void A_text_that_a_spreadsheet_would_run_is_escaped_in_csv_and_read_back()
    {
        var file = Format.ToCsv(Sheet([.. LikeFormulas.Select(f => (IReadOnlyList<object?>)[f, -1.5, null, null])]));

        var text = Encoding.UTF8.GetString(file);
        text.Split("\r\n")[1..^1].ShouldAllBe(l => l.StartsWith('\'') || l.StartsWith("\"'", StringComparison.Ordinal));
        Format.Read(file, "essai.csv").Sheets[0].Lines.Skip(1).Select(l => l.Cells[0]).ShouldBe(LikeFormulas);
    }

    [Fact]
    public void Headers_carry_a_note_and_columns_their_choices()
    {
        var file = Format.ToWorkbook([Sheet([])]);

        PartOf(file, "xl/comments", startsWith: true).ShouldContain("Ce qu’il faut écrire");
        PartOf(file, "xl/worksheets/sheet1.xml").ShouldContain("$A$1:$A$2");
        PartOf(file, "xl/worksheets/sheet2.xml").ShouldContain("non");
        PartOf(file, "xl/workbook.xml").ShouldContain("hidden");
    }

    [Theory]
    [InlineData("Nom;Places\r\nÉté;1,5\r\n", "utf-8")]
    [InlineData("Nom;Places\nÉté;1,5", "windows-1252")]
    [InlineData("\uFEFFNom;Places\nÉté;1,5\n", "utf-8")]
    [InlineData("\uFEFFNom\tPlaces\nÉté\t1,5\n", "utf-16")]
    [InlineData("Nom,Places\nÉté,\"1,5\"\n", "utf-8")]
    [InlineData("\"Nom\";\"Places\"\n\"Été\";\"1,5\"\n", "utf-8")]
    public void Csv_is_read_whatever_its_separator_and_its_encoding(string text, string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        var lines = Format.Read(Encoding.GetEncoding(encoding).GetBytes(text), "sites.csv").Sheets.Single().Lines;

        lines.Select(l => l.Cells).ShouldBe([["Nom", "Places"], ["Été", "1,5"]]);
    }

    [Fact]
    public void Blank_lines_are_passed_over_and_lines_keep_their_numbers()
    {
        var lines = Format.Read("Nom;Note\n\n;;\n\"deux\nlignes\";x\nfin\n"u8.ToArray(), "a.csv").Sheets.Single().Lines;

        lines.Select(l => (l.Number, l.Cells[0])).ShouldBe([(1, "Nom"), (4, "deux\nlignes"), (6, "fin")]);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(40)]
    public void A_workbook_that_unpacks_beyond_measure_is_not_read(int megabytes)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("xl/workbook.xml");
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1_000_000];
            for (var i = 0; i < megabytes; i++)
            {
                part.Write(zeros);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();

        KeyOf(stream.ToArray()).ShouldBe("file.bomb");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20_000_000);
    }

    [Fact]
    public void A_workbook_that_lies_about_its_size_is_counted()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("xl/workbook.xml");
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            part.Write(new byte[250_000_000]);
        }

        var file = stream.ToArray();
        ForgeSizes(file, 1000);

        KeyOf(file).ShouldBeOneOf("file.bomb", "file.not-workbook");
    }

    [Fact]
    public void What_is_no_table_is_refused_in_words()
    {
        KeyOf(new byte[30_000_000]).ShouldBe("file.too-large");
        KeyOf("PK nothing"u8.ToArray()).ShouldBe("file.not-workbook");
        KeyOf([0xD0, 0xCF, 0x11, 0xE0, 1, 2]).ShouldBe("file.old-workbook");
        KeyOf([1, 2, 0, 4, 0]).ShouldBe("file.not-table");
        KeyOf(Format.ToWorkbook([Sheet([])])[..900]).ShouldBe("file.not-workbook");
        KeyOf(Encoding.UTF8.GetBytes("a;b\n" + new string('x', 6_000) + ";1\n")).ShouldBe("file.long-text");
        KeyOf(Encoding.UTF8.GetBytes("a;b\n" + string.Concat(Enumerable.Repeat("1;2\n", 100_001)))).ShouldBe("file.too-long");
        KeyOf(Encoding.UTF8.GetBytes(new string(';', 300))).ShouldBe("file.too-wide");
    }

    [Fact]
    public void A_workbook_with_entities_that_multiply_is_not_read()
    {
        using var stream = new MemoryStream(Format.ToWorkbook([Sheet([["a", 1, null, null]])]));
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/workbook.xml")!.Delete();
            using var part = new StreamWriter(zip.CreateEntry("xl/workbook.xml").Open());
            part.Write("<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><workbook>&b;</workbook>");
        }

        KeyOf(copy.ToArray()).ShouldBe("file.not-workbook");
    }

    private static string KeyOf(byte[] file) =>
        Should.Throw<RefusedException>(() => Format.Read(file, "essai")).Reasons.Single().Code;

    private static WrittenSheet Sheet(IReadOnlyList<IReadOnlyList<object?>> rows) => new(
        "Essai",
        [new("Nom", "Ce qu’il faut écrire", [], true), new("Nombre", null, [], false), new("Jour", null, [], false), new("Oui ou non", null, ["non", "oui"], false)],
        rows);

    private static string PartOf(byte[] file, string name, bool startsWith = false)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(zip.Entries.First(e => startsWith ? e.FullName.StartsWith(name, StringComparison.Ordinal) : e.FullName == name).Open());
        return reader.ReadToEnd();
    }

    // Uncompressed sizes are at 24 in each record of the central directory, whose records start with PK\x01\x02.
    private static void ForgeSizes(byte[] file, int size)
    {
        for (var i = 0; i < file.Length - 28; i++)
        {
            if (file[i] == 'P' && file[i + 1] == 'K' && file[i + 2] == 1 && file[i + 3] == 2)
            {
                BitConverter.TryWriteBytes(file.AsSpan(i + 24), size).ShouldBeTrue();
            }
        }
    }
}
