using System.Globalization;

namespace StaffPool.Documents.Tests.Scenarios;

/// <summary>
/// One mistake in costs that are otherwise right: what is reported, and exactly where. The sign § stands before each
/// place where a problem must be found, and is not part of the file.
/// </summary>
public sealed class BadCostsTests
{
    private const string Good = """
        costs:
          exercise: 2026
          presence: []
          centres:
            - {id: psy, name: Psychologues, keys: [{from: 2026-01-01, key: half-days-worked, reference: Convention}], items: [{label: Salaires, nature: wages, amount: 1000.00, paid-by: ehpad-tilleuls}]}
            - {id: amp, name: Remplacements, keys: [{from: 2026-01-01, key: {kind: catalogue, lines: [{id: heure, name: AMP, price-per-hour: 19.50}]}, reference: Convention}], items: [{label: Salaires, nature: wages, amount: 195.00}]}
            - {id: parts, name: Parts, keys: [{from: 2026-01-01, key: {kind: composite, parts: [{percent: 60, key: places}, {percent: 40, key: equal}]}, reference: Convention}], subscriptions: [{member: foyer-erables}, {member: fondation-acacias, from: 2026-02-01, until: 2026-11-30}]}
            - {id: dec, name: Décidé, keys: [{from: 2026-01-01, key: {kind: decided, percents: {ehpad-tilleuls: 70, foyer-erables: 30}}, reference: Convention}]}
          facts:
            - {measure: half-days-worked, values: {ehpad-tilleuls: 12, fondation-acacias: 6, foyer-erables: 2}}
            - {measure: places, values: {fondation-acacias: 60, foyer-erables: 40}}
          orders:
            - {member: ehpad-tilleuls, line: heure, hours: 10}
          absences: []
          budget:
            centres:
              - {centre: psy, items: [{label: Budget, nature: wages, amount: 900.00}]}
          result: {decided-on: 2027-05-12, reference: Résolution 2, surplus: {foyer-erables: 10.00}, uses: [{use: returned, amount: 10.00}]}
          staff:
            reimbursements:
              - {professional: psy-1, employer: ehpad-tilleuls, wages: 100.00, social-charges: 40.00, hours: {ehpad-tilleuls: 5, foyer-erables: 5}}
            mileage: {trips: [{id: t1, date: 2026-03-01, vehicle: car-6-to-7-cv, km: 10}]}
            bonuses: {paid: [{id: b1, date: 2026-03-01, profession: medecin, trips: 2, structures: 1}]}
            surcharges: {lines: [{id: s1, date: 2026-03-01, euros-per-hour: 19.5, night: 8}]}
          non-members:
            all-half-days: 100
            invoices: [{id: clinique, client: Clinique, lines: [{label: Visites, half-days: 2, amount: 300.00}]}]
          hours-envelopes: [{centre: amp, granted: {ehpad-tilleuls: 8}}]
          redistributions: [{id: enveloppe, envelope: 100.00, months: [{month: 2026-01-01, needs: {foyer-erables: 1}}]}]
          exchanges: [{from: ehpad-tilleuls, to: foyer-erables, function: psychologue, half-days: 2, value: 300.00}]
          years: [{year: 2025, paid: {foyer-erables: 10.00}, used: {foyer-erables: 1}}]
          comparisons: [{member: foyer-erables, half-days: 10, cost-before: 0, resident-days: 1000, hidden: [{kind: travel, amount: 5.00}]}]
        """;

    [Fact]
    public void The_good_costs_are_good() => CostFiles.Load(Good).Budget.ShouldNotBeNull();

    [Theory]
    [InlineData("exercise: 2026", "exercise: §2026-H3", "period.shape")]
    [InlineData("presence: []", "presence: [{member: foyer-erables, from: 2026-06-01, until: §2026-05-31}]", "period.reversed")]
    [InlineData("presence: []", "presence: [{member: foyer-erables}, §{member: foyer-erables}]", "costs.member-twice")]
    [InlineData("amount: 1000.00", "amount: §-1000.00", "number.negative")]
    [InlineData("amount: 1000.00", "amount: §1000.005", "money.decimals")]
    [InlineData("amount: 1000.00", "amount: §\"1000,00\"", "number.comma")]
    [InlineData("paid-by: ehpad-tilleuls", "paid-by: §ehpad-tileuls", "reference.unknown")]
    [InlineData("paid-by: ehpad-tilleuls", "settlement: §credited", "costs.paid-by-nobody")]
    [InlineData("nature: wages, amount: 1000.00", "nature: §salaires, amount: 1000.00", "choice.unknown")]
    [InlineData("id: dec,", "id: §psy,", "id.duplicate")]
    [InlineData("night: 8}", "night: 8, centre: §nuit}", "reference.unknown")]
    [InlineData("night: 8}", "night: 8, paid-by: §ehpad-tilleuls}", "key.missing")]
    [InlineData("key: half-days-worked", "key: §half-days", "choice.unknown")]
    [InlineData("kind: catalogue", "kind: §catalog", "choice.unknown")]
    [InlineData("{percent: 40, key: equal}", "{percent: 30, key: equal}", "costs.percentages", "parts: [")]
    [InlineData("foyer-erables: 30}", "foyer-erables: 20}", "costs.percentages", "percents: {")]
    [InlineData("foyer-erables: 30}", "foyer-erables: §-30}", "number.negative")]
    [InlineData("foyer-erables: 30}", "§foyer-erable: 30}", "reference.unknown")]
    [InlineData("price-per-hour: 19.50", "price-per-hour: §-19.50", "number.negative")]
    [InlineData("from: 2026-01-01, key: half-days-worked", "from: §2026-13-01, key: half-days-worked", "date.none")]
    [InlineData("- {id: psy, name", "- §{id: psy, keys: [{from: 2027-02-01, key: equal, reference: x}], name", "costs.no-key", null, "keys: [{from: 2026-01-01, key: half-days-worked, reference: Convention}], ")]
    [InlineData("- {id: psy, name: Psychologues, keys: [", "- §{id: psy, name: Psychologues, keys: [{from: 2026-02-01, key: equal, reference: x}, ", "costs.key-changes")]
    [InlineData("- {id: psy, name: Psychologues, keys: [", "- {id: psy, name: Psychologues, keys: [{from: 2026-01-01, key: equal, reference: x}, §", "costs.key-twice")]
    [InlineData("from: 2026-02-01, until: 2026-11-30", "from: 2026-12-01, until: §2026-11-30", "period.reversed")]
    [InlineData("{member: foyer-erables}, {", "{member: §foyer}, {", "reference.unknown")]
    [InlineData("{ehpad-tilleuls: 12, ", "{ehpad-tilleuls: §-12, ", "number.negative")]
    [InlineData("{ehpad-tilleuls: 12, ", "{§tilleuls: 12, ", "reference.unknown")]
    [InlineData("- {measure: places", "- §{measure: half-days-worked", "costs.facts-twice")]
    [InlineData("orders:\n", "orders:\n    - {member: ehpad-tilleuls, line: §repas, hours: 1}\n", "costs.unknown-line", "exercise")]
    [InlineData("centre: psy,", "centre: §psycho,", "reference.unknown")]
    [InlineData("surplus: {foyer-erables: 10.00}", "surplus: {foyer-erables: 10.00}, deficit: §{foyer-erables: 10.00}", "costs.result-both")]
    [InlineData("use: returned", "use: §rendu", "choice.unknown")]
    [InlineData("hours: {ehpad-tilleuls: 5, foyer-erables: 5}", "hours: §{ehpad-tilleuls: 0}", "costs.no-hours")]
    [InlineData("employer: ehpad-tilleuls", "employer: §ehpad", "reference.unknown")]
    [InlineData("date: 2026-03-01, vehicle", "date: §2021-03-01, vehicle", "costs.no-table")]
    [InlineData("vehicle: car-6-to-7-cv", "vehicle: §voiture", "choice.unknown")]
    [InlineData("all-half-days: 100", "all-half-days: §1", "costs.half-days-of-clients")]
    [InlineData("needs: {foyer-erables: 1}", "needs: §{foyer-erables: 0}", "costs.month-without-need")]
    [InlineData("hours-envelopes: [{centre: amp", "hours-envelopes: [{centre: §psy", "costs.envelope-without-catalogue")]
    [InlineData("granted: {ehpad-tilleuls: 8}", "granted: {ehpad-tilleuls: §-8}", "number.negative")]
    [InlineData("absences: []", "absences: [{host: foyer-erables, employer: ehpad-tilleuls, planned: 2, lost: §3}]", "costs.more-lost-than-planned")]
    [InlineData("resident-days: 1000", "resident-days: §0", "number.range")]
    [InlineData("years: [", "years: [{year: 2025, paid: {foyer-erables: 1.00}, used: {foyer-erables: 1}}, {year: §2025, paid: {}, used: {}}", "costs.year-twice", null, "{year: 2025, paid: {foyer-erables: 10.00}, used: {foyer-erables: 1}}")]
    [InlineData("comparisons: [", "comparisons: [{member: foyer-erables, half-days: 10, cost-before: 0, resident-days: 1000}, §", "costs.member-twice")]
    public void A_mistake_is_reported_where_it_stands(string what, string by, string code, string? at = null, string? without = null)
    {
        Good.ShouldContain(what);
        var marked = (without is null ? Good : Good.Replace(without, "", StringComparison.Ordinal)).Replace(what, by, StringComparison.Ordinal);
        var text = marked.Replace("§", "", StringComparison.Ordinal);
        var reading = CostFiles.Read(text);

        reading.Scenario.ShouldBeNull();
        var problem = reading.Problems.ShouldHaveSingleItem($"{string.Join(" ; ", reading.Problems.Select(p => ScenarioFiles.Shown(p) + p.Message))}");
        problem.Message.Key.ShouldBe(code);
        var offset = at is null ? marked.IndexOf('§', StringComparison.Ordinal) : text.IndexOf(at, StringComparison.Ordinal);
        var before = text[..offset];
        problem.Line.ShouldBe(CostFiles.FirstLine + before.Count(c => c == '\n'));
        if (at is null)
        {
            problem.Column.ShouldBe(offset - before.LastIndexOf('\n'));
        }
    }

    [Fact]
    public void Every_mistake_is_told_at_once_and_in_french()
    {
        var reading = CostFiles.Read("""
            costs:
              exercise: 2026
              centres:
                - id: psy
                  name: Psychologues
                  keys: [{from: 2026-01-01, key: half-days-worked, reference: Convention}]
                  items: [{label: Salaires, nature: wages, amount: -5.00}, {label: Bureau, nature: overhead, amount: 10.00, paid-by: inconnu}]
                - id: parts
                  name: Parts
                  keys: [{from: 2026-01-01, key: {kind: decided, percents: {ehpad-tilleuls: 60, foyer-erables: 30}}, reference: Convention}]
                - id: places
                  name: Places
                  keys: [{from: 2026-01-01, key: places, reference: Convention}]
                  subscriptions: [{member: foyer-erables, from: 2026-06-01, until: 2026-03-01}]
              facts:
                - {measure: half-days-worked, values: {ehpad-tilleuls: 12, fondation-acacias: 6}}
            """);

        ScenarioFiles.ShouldFailWith(reading, At(3, 7, "costs.key-without-data"), At(6, 56, "number.negative"), At(6, 122, "reference.unknown"), At(9, 64, "costs.percentages"), At(13, 72, "period.reversed"));
        var french = CultureInfo.GetCultureInfo("fr-FR");
        var english = CultureInfo.GetCultureInfo("en-GB");
        var data = reading.Problems.Single(p => p.Message.Key == "costs.key-without-data");
        data.Message.In(french).ShouldBe("«\u00A0Psychologues\u00A0»\u00A0: Association Les Érables n’a pas de chiffre en demi-journées réalisées\u00A0; indiquer 0 si c’est zéro.");
        data.Advice.In(french).ShouldBe("Corriger le scénario\u00A0; la règle vient de\u00A0: Convention.");
        data.Message.In(english).ShouldNotBe(data.Message.In(french));
        reading.Problems.Single(p => p.Message.Key == "costs.percentages").Message.In(french)
            .ShouldBe("Les pourcentages de «\u00A0percents\u00A0» font 90, et non 100.");

        static string At(int line, int column, string code) => $"{CostFiles.FirstLine + line}:{column} {code}";
    }
}
