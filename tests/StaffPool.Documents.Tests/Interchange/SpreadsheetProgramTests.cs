using System.Diagnostics;
using System.Text;
using StaffPool.Application.Interchange;
using StaffPool.Documents.Interchange;

namespace StaffPool.Documents.Tests.Interchange;

/// <summary>What we export, opened by a real spreadsheet program, where the machine has LibreOffice.</summary>
public sealed class SpreadsheetProgramTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly WrittenSheet Sheet = new(
        "Sites",
        [new("Nom", "Une note", [], true), new("Type", null, ["EHPAD", "autre"], true), new("Places", null, [], false), new("Depuis", null, [], false)],
        [
            ["Résidence « Été »", "EHPAD", 84, new DateOnly(2026, 12, 31)],
            ["=1+1", "autre", -1.5m, null],
            ["+cmd|' /C calc'!A0", "@SUM(1)", null, null],
            ["-2+3", "=HYPERLINK(\"http://exemple.invalid\")", null, null],
        ]);

    [Fact]
    public async Task A_workbook_opens_with_its_texts_numbers_and_dates_and_computes_nothing()
    {
        var rows = await OpenAsync("export.xlsx", new TableFormat().ToWorkbook([Sheet]));

        rows.ShouldBe(
        [
            "Nom;Type;Places;Depuis", "Résidence « Été »;EHPAD;84;12/31/2026", "=1+1;autre;-1.5;", "+cmd|' /C calc'!A0;@SUM(1);;",
            "-2+3;\"=HYPERLINK(\"\"http://exemple.invalid\"\")\";;",
        ]);
    }

    [Fact]
    public async Task A_csv_opens_without_computing_anything()
    {
        var rows = await OpenAsync("export.csv", new TableFormat().ToCsv(Sheet));

        rows.Count.ShouldBe(5);
        rows[1].ShouldStartWith("Résidence « Été »;EHPAD;84;");
        rows.Skip(2).ShouldAllBe(r => r.Contains("=1+1", StringComparison.Ordinal) || r.Contains("cmd|", StringComparison.Ordinal) || r.Contains("-2+3", StringComparison.Ordinal));
    }

    // Saved again as CSV by the program: what it shows in its cells.
    private static async Task<IReadOnlyList<string>> OpenAsync(string name, byte[] file)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(f => Path.Combine(f, "soffice")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "LibreOffice is not on this machine.");
        var folder = Directory.CreateTempSubdirectory("staffpool-spreadsheet-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), file, Stop);
            // Semicolons, quotes where needed, UTF-8, cells as shown; a CSV is read with semicolons and formulas as they come.
            string[] options = name.EndsWith(".csv", StringComparison.Ordinal) ? ["--infilter=CSV:59,34,76,1,,0,false,true,false,false"] : [];
            var start = new ProcessStartInfo(program, [
                "--headless", $"-env:UserInstallation=file://{folder.FullName}/profile", .. options, "--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false",
                "--outdir", Path.Combine(folder.FullName, "out"), Path.Combine(folder.FullName, name)])
            {
                RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false,
            };
            start.Environment["LC_ALL"] = "C.UTF-8";
            using var process = Process.Start(start)!;
            var said = process.StandardOutput.ReadToEndAsync(Stop);
            var wrong = process.StandardError.ReadToEndAsync(Stop);
            await process.WaitForExitAsync(Stop).WaitAsync(TimeSpan.FromSeconds(90), Stop);
            var shown = Path.Combine(folder.FullName, "out", Path.ChangeExtension(name, "csv"));
            File.Exists(shown).ShouldBeTrue(await said + await wrong);
            return [.. (await File.ReadAllLinesAsync(shown, Encoding.UTF8, Stop)).Select(l => l.TrimStart('\uFEFF'))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
