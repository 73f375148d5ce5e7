using System.Globalization;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Accounts;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Testing;
using static StaffPool.Domain.Tests.Costs.CostSamples;

namespace StaffPool.Domain.Tests.Costs;

/// <summary>The worked examples of docs/regles/couts.md, read from the page and computed again.</summary>
public sealed class CostRulesPageTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private static readonly string[] Page =
        File.ReadAllLines(Path.Combine(Repository.Root, "docs", "regles", "couts.md"));

    [Fact]
    public void The_example_of_a_key_in_two_parts_is_right()
    {
        var (members, total) = Table("| Membre | Demi-journées | Provision");
        var key = new CompositeKey([new KeyPart(60, new MeasuredKey(Measure.HalfDaysWorked)), new KeyPart(40, new EqualKey())]);
        CostExercise Of(decimal cost, decimal subsidy) => new()
        {
            Period = Year,
            Members = Contributors([.. members.Select(m => m.Id)]),
            Centres = [Centre(key, cost) with { Receipts = [new Receipt("subvention", ReceiptNature.Subsidy, Euros(subsidy))] }],
            Facts = [.. members.Select(m => new MemberFact(m.Id, Measure.HalfDaysWorked, m.Cells[0]))],
        };
        var calls = ProvisionCalls.Schedule(CostAllocation.Run(Of(90_000, 0), RoundingLedger.Empty), CallFrequency.Quarterly);

        var actual = CostAllocation.Run(Of(121_234.56m, 30_000), RoundingLedger.Empty);
        var trueUp = TrueUp.Run(actual, calls);

        foreach (var (member, i) in members.Select((m, i) => (m, i)))
        {
            trueUp.Lines[i].Called.Euros.ShouldBe(member.Cells[1]);
            actual.Statements[i].Lines[0].Share.Trace[^1].ToString().ShouldContain(member.Cells[2].ToString("#,##0.00##", French));
            trueUp.Lines[i].Due.Euros.ShouldBe(member.Cells[3]);
            trueUp.Lines[i].Adjustment.Value.Euros.ShouldBe(member.Cells[4]);
        }

        total.ShouldBe([300, trueUp.Called.Euros, actual.Share.Euros, actual.Due.Euros, trueUp.Adjustment.Euros]);
    }

    [Fact]
    public void The_example_of_a_catalogue_is_right()
    {
        var (members, total) = Table("| Membre | Heures | Prix");
        var key = new CatalogueKey([new ServiceLine("amp", "AMP", Euros(19.50m))]);
        var exercise = new CostExercise
        {
            Period = Year,
            Members = Contributors([.. members.Select(m => m.Id)]),
            Centres = [Centre(key, 3_276)],
            Orders = [.. members.Select(m => new ServiceOrder(m.Id, "amp", m.Cells[0]))],
        };

        Shares(exercise).ShouldBe(members.Select(m => m.Cells[2]));
        members.Select(m => key.LinesOf(m.Id, exercise.Orders).Sum(l => l.Euros)).ShouldBe(members.Select(m => m.Cells[1]));
        total.ShouldBe([members.Sum(m => m.Cells[0]), members.Sum(m => m.Cells[1]), members.Sum(m => m.Cells[2])]);
    }

    [Fact]
    public void The_page_lists_every_setting_with_its_default()
    {
        var page = string.Join('\n', Page);

        page.ShouldContain($"| `{CostSettings.AbsenceRisk.Key}` | {CostSettings.AbsenceRisk.Default} |");
        page.ShouldContain($"| `{CostSettings.CallFrequency.Key}` | {CostSettings.CallFrequency.Default} |");
        page.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"| `{CostSettings.VatPercent.Key}` | {CostSettings.VatPercent.Default} |"));
        CostSettings.All.ShouldAllBe(s => page.Contains($"| `{s.Key}` |", StringComparison.Ordinal));
    }

    // Rows under a header, each an identifier and figures as a French reader writes them; the last one is the total.
    private static (IReadOnlyList<(string Id, decimal[] Cells)> Members, decimal[] Total) Table(string header)
    {
        var rows = Page.SkipWhile(l => !l.StartsWith(header, StringComparison.Ordinal)).Skip(2)
            .TakeWhile(l => l.StartsWith('|'))
            .Select(l => l.Trim('|').Split('|').Select(c => c.Trim()).ToList())
            .Select(cells => (Id: cells[0], Cells: cells.Skip(1).Select(Figure).ToArray()))
            .ToList();
        rows[^1].Id.ShouldBe("**total**");
        return (rows[..^1], rows[^1].Cells);
    }

    private static decimal Figure(string cell) => decimal.Parse(
        new string([.. cell.Where(c => char.IsAsciiDigit(c) || c is ',' or '-')]), NumberStyles.Number, French);
}
