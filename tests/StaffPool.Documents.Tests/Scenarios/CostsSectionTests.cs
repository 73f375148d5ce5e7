using StaffPool.Application.Costs;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Testing;

namespace StaffPool.Documents.Tests.Scenarios;

public sealed class CostsSectionTests
{
    private const string EveryKey = """
        costs:
          exercise: 2026
          presence:
            - {member: foyer-erables, from: 2026-01-01, until: 2026-12-31}
          centres:
            - {id: equal, name: Égal, keys: [{from: 2026-01-01, key: equal, reference: Convention}], items: [{label: x, nature: wages, amount: 300.01}]}
            - {id: half-days, name: Demi-journées, keys: [{from: 2026-01-01, key: half-days-worked, reference: Convention}], items: [{label: x, nature: wages, amount: 1000.00}]}
            - {id: places, name: Places, keys: [{from: 2020-01-01, key: equal, reference: Ancienne}, {from: 2026-01-01, key: places, reference: Convention}], items: [{label: x, nature: overhead, amount: 180.00}]}
            - {id: free, name: Échanges, keys: [{from: 2026-01-01, key: zero-price, reference: Convention}], items: [{label: x, nature: wages, amount: 50.00, paid-by: ehpad-tilleuls, settlement: given}]}
            - {id: decided, name: Décidé, keys: [{from: 2026-01-01, key: {kind: decided, percents: {ehpad-tilleuls: 50, fondation-acacias: 30, foyer-erables: 20}}, reference: Convention}], items: [{label: x, nature: wages, amount: 10.00}]}
            - {id: percentage, name: Pourcentage, keys: [{from: 2026-01-01, key: {kind: percentage, percent: 1, of: operating-charges, residual: equal}, reference: Convention}], items: [{label: x, nature: wages, amount: 630.00}]}
            - {id: fee, name: Forfait, keys: [{from: 2026-01-01, key: {kind: fixed-fee, fee: 100.00}, reference: Convention}], items: [{label: x, nature: wages, amount: 300.00}]}
            - {id: catalogue, name: Catalogue, keys: [{from: 2026-01-01, key: {kind: catalogue, lines: [{id: amp, name: AMP, price-per-hour: 19.50}]}, reference: Convention}], items: [{label: x, nature: wages, amount: 3276.00}]}
            - {id: capacity, name: Capacité, keys: [{from: 2026-01-01, key: {kind: capacity, measure: volume, capacity: 260, unused: equal}, reference: Convention}], items: [{label: x, nature: wages, amount: 780.00}]}
            - {id: parts, name: Parts, keys: [{from: 2026-01-01, key: {kind: composite, parts: [{percent: 60, key: half-days-worked}, {percent: 40, key: equal}]}, reference: Convention}], items: [{label: x, nature: wages, amount: 1500.00}], receipts: [{label: aide, nature: subsidy, amount: 500.00}]}
          facts:
            - {measure: half-days-worked, values: {ehpad-tilleuls: 120, fondation-acacias: 60, foyer-erables: 20}}
            - {measure: places, values: {ehpad-tilleuls: 80, fondation-acacias: 60, foyer-erables: 40}}
            - {measure: operating-charges, values: {ehpad-tilleuls: 30000, fondation-acacias: 20000, foyer-erables: 10000}}
            - {measure: volume, centre: capacity, values: {ehpad-tilleuls: 100, fondation-acacias: 30, foyer-erables: 0}}
          orders:
            - {member: ehpad-tilleuls, line: amp, hours: 120}
            - {member: foyer-erables, line: amp, hours: 40}
        """;

    [Theory]
    [InlineData("half-days", 600_00, 300_00, 100_00)]
    [InlineData("places", 80_00, 60_00, 40_00)]
    [InlineData("free", 0, 0, 0)]
    [InlineData("decided", 5_00, 3_00, 2_00)]
    [InlineData("percentage", 310_00, 210_00, 110_00)]
    [InlineData("fee", 100_00, 100_00, 100_00)]
    [InlineData("catalogue", 2457_00, 0, 819_00)]
    [InlineData("capacity", 430_00, 220_00, 130_00)]
    [InlineData("parts", 493_34, 313_33, 193_33)]
    public void Every_kind_of_key_shares_its_centre_to_the_cent(string centre, long tilleuls, long acacias, long erables)
    {
        var report = CostReport.Of(CostFiles.Load(EveryKey));

        report.Findings.ShouldBeEmpty();
        new[] { "ehpad-tilleuls", "fondation-acacias", "foyer-erables" }
            .Select(m => ((Money)report.Value("shares", m, centre)).Cents)
            .ShouldBe([tilleuls, acacias, erables]);
    }

    [Fact]
    public void A_cost_centre_takes_the_surcharges_that_name_it()
    {
        var costs = CostFiles.Load("""
            costs:
              exercise: 2026
              centres:
                - {id: nuits, name: Nuits, keys: [{from: 2026-01-01, key: equal, reference: Convention}], items: [{label: Salaires, nature: wages, amount: 900.00}]}
              staff:
                surcharges:
                  lines:
                    - {id: dimanches, date: 2026-03-01, euros-per-hour: 20, sunday: 80, centre: nuits, paid-by: ehpad-tilleuls}
                    - {id: astreintes, date: 2026-03-01, euros-per-hour: 20, night: 8}
            """);

        var section = CostReport.Of(costs);

        // 80 h at 7.50 € more; what names no centre is told beside the costs.
        section.Value("surcharges", "dimanches", "amount").ShouldBe(new Money(600_00));
        section.Value("surcharges", "astreintes", "amount").ShouldBe(new Money(40_00));
        section.Value("centres", "nuits", "gross").ShouldBe(new Money(1_500_00));
        section.Value("due", "foyer-erables", "due").ShouldBe(new Money(500_00));
        section.Value("due", "ehpad-tilleuls", "reimbursed").ShouldBe(new Money(600_00));
    }

    [Fact]
    public void Every_kind_of_key_is_read()
    {
        var costs = CostFiles.Load(EveryKey);

        costs.Exercise.Centres.Select(c => c.KeyIn(costs.Exercise.Period)!.Key.GetType()).ShouldBe(
        [
            typeof(EqualKey), typeof(MeasuredKey), typeof(MeasuredKey), typeof(ZeroPriceKey), typeof(DecidedKey), typeof(PercentageKey),
            typeof(FixedFeeKey), typeof(CatalogueKey), typeof(CapacityKey), typeof(CompositeKey),
        ]);
        var report = CostReport.Of(costs);
        report.Value("due", "total", "share").ShouldBe(report.Tables.Single(t => t.Id == "centres").Rows
            .Aggregate(Money.Zero, (sum, r) => sum + (Money)r.Figures[3]!.Value));
        report.Value("due", "ehpad-tilleuls", "given").ShouldBe(new Money(50_00));
        report.Figure("due", "ehpad-tilleuls", "due").Trace.Count.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void The_documented_example_gives_the_documented_figures()
    {
        var format = File.ReadAllText(Path.Combine(Repository.Root, "docs", "scenario-format.md"));
        var start = format.IndexOf("```yaml\ncosts:", StringComparison.Ordinal) + "```yaml\n".Length;
        var report = CostReport.Of(CostFiles.Load(format[start..format.IndexOf("```", start, StringComparison.Ordinal)]));

        report.Findings.ShouldBeEmpty();
        report.Value("centres", "psychologues", "net").ShouldBe(new Money(100_000_00));
        report.Value("shares", "ehpad-tilleuls", "psychologues").ShouldBe(new Money(49_333_34));
        report.Value("shares", "foyer-erables", "psychologues").ShouldBe(new Money(19_333_33));
        report.Value("due", "fondation-acacias", "due").ShouldBe(new Money(31_333_33 - 900_00));
        report.Value("shares", "ehpad-tilleuls", "remplacements").ShouldBe(new Money(2_457_00));
        report.Value("calls", "total", "total").ShouldBe(new Money(102_120_00));
        report.Value("true-up", "total", "adjustment").ShouldBe(new Money(103_276_00 - 900_00 - 102_120_00));
        report.Value("variance", "remplacements", "difference").ShouldBe(new Money(156_00));
    }

    [Fact]
    public void Costs_are_optional() => ScenarioFiles.Load("trois-residences").Costs.ShouldBeNull();

    [Fact]
    public void Settings_of_costs_are_read()
    {
        var costs = CostFiles.Load(EveryKey + """

              settings:
                - {key: costs.call-frequency, value: monthly, from: 2026-01-01, reference: Convention}
                - {key: costs.absence-risk, value: host, from: 2026-01-01, reference: Convention}
                - {key: costs.vat-percent, value: 10, from: 2027-01-01, reference: Convention}
            """);

        costs.ValueOf(CostSettings.CallFrequency).ShouldBe(Domain.Costs.Accounts.CallFrequency.Monthly);
        costs.ValueOf(CostSettings.AbsenceRisk).ShouldBe(Domain.Costs.Analysis.AbsenceRisk.Host);
        costs.ValueOf(CostSettings.VatPercent).ShouldBe(20);
    }
}
