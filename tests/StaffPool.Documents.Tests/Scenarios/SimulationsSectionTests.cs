using StaffPool.Application.Scenarios.Reports;
using StaffPool.Application.Simulations;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Simulations;
using StaffPool.Domain.Simulations.Changes;

namespace StaffPool.Documents.Tests.Scenarios;

public sealed class SimulationsSectionTests
{
    private const string Governed = """

        figures: [{kind: places, from: 2026-01-01, values: declared}]
        share-values: [{from: 2026-01-01, value: 10.00, reference: Convention}]
        rights: [{from: 2026-01-01, shares: {policy: by-figure, figure: places}, reference: Convention}]
        costs:
          exercise: 2026
          centres:
            - {id: psy, name: Psychologues, keys: [{from: 2026-01-01, key: places, reference: Convention}], items: [{label: Salaires, nature: wages, amount: 1800.00}]}
          facts: [{measure: places, values: {ehpad-tilleuls: 80, fondation-acacias: 60, foyer-erables: 40}}]
        simulations:
          on: 2026-03-01
          thresholds:
            - {id: bureau, name: Bureau, centre: psy, measure: places, limit: 200, items: [{label: Loyer, nature: overhead, amount: 200.00}], engaged-until: 2029-12-31, reference: Bail}
          cases:
            - id: cas
              title: Cas
              changes:

        """;

    [Fact]
    public void A_newcomer_takes_its_part_of_votes_and_costs_and_may_reach_a_step()
    {
        var section = Run(
            "{change: join, id: nouveau, name: Nouveau, kind: private-non-profit, decided-on: 2026-03-10, effective-on: 2026-04-01, "
            + "rights: [{figure: places, amount: 20}], use: [{measure: places, quantity: 20}], "
            + "costs: [{centre: psy, label: Poste, nature: wages, amount: 200.00}]}");

        section.Findings.Select(f => f.Code).ShouldBe(["simulations.threshold-crossed"]);
        section.Value("rights", "nouveau", "votes-after").ShouldBe(20L);
        section.Value("rights", "ehpad-tilleuls", "votes-percent-after").ShouldBe(40m);
        section.Value("due", "nouveau", "after").ShouldBe(new Money(220_00));
        section.Value("surcharges", "ehpad-tilleuls", "bureau").ShouldBe(new Money(80_00));
        section.Value("surcharges", "total", "redistribution").ShouldBe(new Money(200_00));
        section.Value("admissions", "nouveau", "rights-from").ShouldBe(new DateOnly(2027, 1, 1));
    }

    [Fact]
    public void A_leaver_gets_its_bill_and_the_others_share_what_stays()
    {
        var section = Run("{change: leave, member: foyer-erables, notified-on: 2026-06-30, paid-costs: go-on, penalty: 25.00}");

        section.Findings.Select(f => f.Code).ShouldBe(["majority.held"]);
        section.Value("due", "foyer-erables", "after").ShouldBe(Money.Zero);
        section.Value("due", "total", "difference").ShouldBe(Money.Zero);
        section.Value("exit-bills", "foyer-erables", "total").ShouldBe(new Money(425_00));
    }

    [Fact]
    public void Other_rules_are_compared_on_the_same_day()
    {
        var section = Run(
            "{change: share-value, value: 12.00, reference: Projet}",
            "{change: key, centre: psy, key: equal, reference: Projet}",
            "{change: voting, voting: {scheme: one-member-one-vote}}",
            "{change: no-majority, no-majority: {policy: cap-to-the-others}}",
            "{change: rights-figure, member: foyer-erables, figure: places, amount: 50}",
            "{change: cost-figure, member: foyer-erables, measure: places, quantity: 50}");

        section.Findings.ShouldBeEmpty();
        section.Value("capital", "ehpad-tilleuls", "difference").ShouldBe(new Money(160_00));
        section.Value("due", "ehpad-tilleuls", "difference").ShouldBe(new Money(-200_00));
        section.Value("rights", "foyer-erables", "shares-after").ShouldBe(50L);
        section.Value("rights", "foyer-erables", "votes-after").ShouldBe(1L);
    }

    [Fact]
    public void Changes_that_cannot_be_give_findings_and_no_figure()
    {
        var section = Run("{change: leave, member: foyer-erables, notified-on: 2026-07-15, wanted-on: 2026-12-31}");

        section.Tables.ShouldBeEmpty();
        section.Findings.Single().Severity.ShouldBe(Severity.Blocking);
    }

    [Theory]
    [InlineData("centre: restauration, key: equal", "centre: cuisine, key: equal", "reference.unknown")]
    [InlineData("change: key", "change: clef", "choice.unknown")]
    [InlineData("- {change: key, ", "- {", "key.missing")]
    [InlineData("member: est-2, notified-on: 2015-06-15", "member: est-5, notified-on: 2015-06-15", "reference.unknown")]
    [InlineData("quantity: 40000", "quantity: -1", "number.negative")]
    [InlineData("limit: 110000", "limite: 110000", "key.unknown", "key.missing", "provenance.key-absent")]
    [InlineData("id: cle", "id: palier", "id.duplicate")]
    [InlineData("  on: 2015-06-01\n  thresholds", "  thresholds", "key.missing")]
    public void A_mistake_is_reported(string what, string by, params string[] codes)
    {
        var text = ScenarioFiles.TextOf("site-m");
        text.ShouldContain(what);

        var reading = ScenarioFiles.Read(text.Replace(what, by, StringComparison.Ordinal));

        reading.Scenario.ShouldBeNull();
        reading.Problems.Select(p => p.Message.Key).ShouldBe(codes, ignoreOrder: true);
    }

    [Fact]
    public void A_newcomer_brings_sites_staff_and_needs_that_are_its_alone()
    {
        var scenario = ScenarioFiles.Read(ScenarioFiles.TextOf("trois-residences")).Scenario.ShouldNotBeNull();

        var brings = scenario.Simulations!.Cases.Single(c => c.Id == "entree").Changes.OfType<MemberJoins>().Single().Brings;
        brings.Sites.Single().Member.Id.ShouldBe("residence-bouleaux");
        brings.Professionals.Single().Base.ShouldBe(brings.Sites.Single());
        brings.Needs.Single().Id.ShouldBe("les-bouleaux/dieteticien");
        scenario.Grouping.Sites.ShouldNotContain(brings.Sites.Single());
        scenario.Grouping.Professionals.ShouldNotContain(brings.Professionals.Single());
    }

    [Theory]
    [InlineData("{id: les-bouleaux,", "{id: les-erables,", "id.duplicate", "reference.unknown", "reference.unknown")]
    [InlineData("{id: diet-3,", "{id: diet-2,", "id.duplicate")]
    [InlineData("id: residence-bouleaux", "id: foyer-erables", "id.duplicate", "reference.unknown", "reference.unknown")]
    [InlineData("          employer: true\n", "", "professional.not-employer")]
    [InlineData("{site: les-bouleaux, profession: dieteticien", "{site: les-erables, profession: dieteticien", "id.duplicate")]
    [InlineData("places: 50, synthetic: true", "places: 50, source: x, synthetic: true", "provenance.both")]
    public void A_mistake_in_what_a_newcomer_brings_is_reported(string what, string by, params string[] codes)
    {
        var text = ScenarioFiles.TextOf("trois-residences");
        text.ShouldContain(what);

        var reading = ScenarioFiles.Read(text.Replace(what, by, StringComparison.Ordinal));

        reading.Problems.Select(p => p.Message.Key).ShouldBe(codes, ignoreOrder: true);
    }

    private static ReportSection Run(params string[] changes)
    {
        var reading = ScenarioFiles.Read(
            ScenarioFiles.TextOf("trois-residences").Split("\n# Who would lose")[0].TrimEnd() + Governed.TrimEnd() + "\n"
            + string.Concat(changes.Select(c => $"        - {c}\n")));
        reading.Problems.Select(p => $"{ScenarioFiles.Shown(p)} {p.Message}").ShouldBeEmpty();
        return SimulationReport.Of(reading.Scenario!, new Dictionary<string, SimulatedPlans>(StringComparer.Ordinal)).Single();
    }
}
