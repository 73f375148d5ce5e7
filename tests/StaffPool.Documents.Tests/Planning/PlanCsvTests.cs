using System.Globalization;
using System.Text;
using StaffPool.Application.Planning;
using StaffPool.Documents.Planning;
using StaffPool.Domain.Planning;
using StaffPool.Testing;

namespace StaffPool.Documents.Tests.Planning;

public sealed class PlanCsvTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    [Fact]
    public void A_french_spreadsheet_opens_it_as_it_is()
    {
        var bytes = Bytes(PlanCsv.WriteAssignments, TinyPlan.Planned, French);
        var lines = Lines(bytes);

        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        lines[0].ShouldStartWith("Identifiant du professionnel;Professionnel;");
        lines[2].ShouldBe("anne;Diététicienne 1;Diététicien;CH de Nesle;EHPAD de Nesle;Association « Les Tilleuls »;epehy;Foyer d’Épehy;Épehy;n2;10;41,0;410,0;relevé IGN");
        lines.Length.ShouldBe(1 + TinyPlan.Plan.Assignments.Count + 1);
    }

    [Fact]
    public void English_takes_points_and_english_names()
    {
        var lines = Lines(Bytes(PlanCsv.WriteNeeds, TinyPlan.Planned, English));

        lines[2].ShouldContain(";no;0;30;10;20;33.3;");
        PlanCsv.NeedsFileName(English).ShouldBe("needs.csv");
        PlanCsv.NeedsFileName(French).ShouldBe("besoins.csv");
        PlanCsv.AssignmentsFileName(French).ShouldBe("affectations.csv");
    }

    [Fact]
    public void Thousands_are_not_grouped_for_a_spreadsheet_reads_them_as_text()
    {
        Lines(Bytes(PlanCsv.WriteAssignments, TinyPlan.Planned, French))[3].ShouldContain(";150;12,4;1860,0;");
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    public void A_name_that_looks_like_a_formula_is_neutralised(string name)
    {
        var planned = WithNameOfAnne(name);

        var line = Lines(Bytes(PlanCsv.WriteAssignments, planned, French))[1];

        line.ShouldStartWith("anne;\"'" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\";");
    }

    [Fact]
    public void Separators_quotes_and_line_ends_stay_in_their_cell()
    {
        var line = Encoding.UTF8.GetString(Bytes(PlanCsv.WriteAssignments, WithNameOfAnne("A;B \"C\"\nD"), French));

        line.ShouldContain("anne;\"A;B \"\"C\"\"\nD\";");
    }

    private static PlannedAllocation WithNameOfAnne(string name)
    {
        var assignment = new Assignment(TinyPlan.Anne with { Name = name }, TinyPlan.DieticianAtNesle, 5);
        return TinyPlan.Of(TinyPlan.Result with { Plan = new AllocationPlan(TinyPlan.Plan.Period, [assignment]) });
    }

    private static byte[] Bytes(Action<Stream, PlannedAllocation, CultureInfo> write, PlannedAllocation planned, CultureInfo culture)
    {
        using var stream = new MemoryStream();
        write(stream, planned, culture);
        return stream.ToArray();
    }

    private static string[] Lines(byte[] bytes) => Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split("\r\n");
}
