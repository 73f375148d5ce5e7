using StaffPool.Domain.Governance.Voting;

namespace StaffPool.Documents.Tests.Scenarios;

/// <summary>Mistakes in the sections on governance, all reported at once.</summary>
public sealed class BadGovernanceTests
{
    [Theory]
    [InlineData("kind: full-time-equivalents-lent", "kind: etp", "choice.unknown")]
    [InlineData("apase: 4.3", "apasse: 4.3", "reference.unknown")]
    [InlineData("values: {maffrais", "valeurs: {maffrais", "key.unknown", "key.missing")]
    [InlineData("policy: by-figure, figure: full-time-equivalents-lent", "policy: by-contribution", "shares.no-value")]
    [InlineData("voting: {scheme: by-shares}", "voting: {scheme: per-holder, seats: []}", "value.refused")]
    [InlineData("agreeing-members, members: 3", "agreeing-members", "key.missing")]
    [InlineData("day: 2010-06-01", "day: 1er juin", "date.shape")]
    [InlineData("matter: other", "matter: divers", "choice.unknown")]
    [InlineData("item: actions, wording: Proposition soutenue par deux", "item: action, wording: Proposition soutenue par deux", "reference.unknown")]
    [InlineData("for: [apase, ati], against: [maffrais", "for: [apase, ati], against: [apase", "motion.two-votes")]
    [InlineData("for: [apase, ati], against", "for: all, against", "motion.all-and-some")]
    [InlineData("    synthetic: true", "    title: x", "yaml.duplicate-key", "provenance.missing")]
    [InlineData("rights:\n", "droits:\n", "key.unknown", "assemblies.no-rights")]
    [InlineData("figures:\n", "period: 2026\nfigures:\n", "key.missing", "key.missing", "key.missing", "key.missing")]
    public void A_mistake_is_reported(string what, string by, params string[] codes)
    {
        var text = ScenarioFiles.TextOf("fil-rouge-35");
        text.ShouldContain(what);

        var reading = ScenarioFiles.Read(text.Replace(what, by, StringComparison.Ordinal));

        reading.Scenario.ShouldBeNull();
        reading.Problems.Select(p => p.Message.Key).ShouldBe(codes, ignoreOrder: true);
    }

    [Fact]
    public void A_scenario_that_plans_nothing_is_whole()
    {
        var scenario = ScenarioFiles.Load("fil-rouge-35");

        scenario.Period.ShouldBeNull();
        scenario.Grouping.Agreement.Seat.ShouldBeNull();
        scenario.Governance.Rights!.Terms[0].NoMajority.ShouldBe(new RequireAgreeingMembers(3));
        scenario.Governance.Assemblies[0].Motions.Count.ShouldBe(3);
    }
}
