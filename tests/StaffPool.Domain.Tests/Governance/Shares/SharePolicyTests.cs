using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Governance.Shares;

public sealed class SharePolicyTests
{
    private static readonly DateOnly Day = Rights.Day;

    [Fact]
    public void A_half_day_is_a_share()
    {
        var shares = new SharesByFigure(FigureKind.HalfDaysDeclared).Count(Rights.HalfDays(1_200, 300), Day);

        Counts(shares.Value).ShouldBe([1_200, 300]);
        shares.Trace[1].ToString().ShouldBe("B\u00A0: 300 demi-journées déclarées × 1 = 300 part(s)");
    }

    [Fact]
    public void Needs_become_half_days_with_the_steps_of_their_conversion()
    {
        var need = new NeedDeclaration
        {
            Id = "need", Site = Samples.Site("s"), Profession = Samples.Profession, Quantity = new(2, NeedUnit.HalfDaysPerWeek),
        };
        var facts = new RightsFacts
        {
            Members = [Samples.Member],
            Figures = DeclaredFigures.HalfDays([Samples.Member], [need], new NeedConversion(3.5m, 1607), new DateOnly(2026, 1, 1)),
        };

        var shares = new SharesByFigure(FigureKind.HalfDaysDeclared).Count(facts, Day);

        shares.Value.Total.ShouldBe(104);
        shares.Trace[0].ToString().ShouldBe(
            "Ergothérapeute, s\u00A0: 2 demi-journées par semaine × 52 semaines d’ouverture = 104 par an");
    }

    [Fact]
    public void Places_and_posts_lent_are_read_from_sites_and_professionals()
    {
        var site = Samples.Site("s") with { Places = 80 };

        Member[] members = [Samples.Member, Rights.Member("none")];

        DeclaredFigures.Places(members, [site, Samples.Site("unknown")], Day).Select(f => f.Amount).ShouldBe([80, 0]);
        DeclaredFigures.FullTimeEquivalentsLent(members, [Samples.Professional(0.7m)], Day).Select(f => f.Amount).ShouldBe([0.7m, 0]);
    }

    [Fact]
    public void A_campaign_replaces_the_one_before_from_its_day()
    {
        var need = new NeedDeclaration
        {
            Id = "need", Site = Samples.Site("s"), Profession = Samples.Profession, Quantity = new(120, NeedUnit.HalfDaysPerYear),
        };
        var conversion = new NeedConversion(3.5m, 1607);
        var facts = new RightsFacts
        {
            Members = [Samples.Member],
            Figures =
            [
                .. DeclaredFigures.HalfDays([Samples.Member], [need], conversion, new DateOnly(2026, 1, 1)),
                .. DeclaredFigures.HalfDays([Samples.Member], [], conversion, new DateOnly(2026, 7, 1)),
            ],
        };

        On(2025, 12, 31).ShouldBe(0);
        On(2026, 6, 30).ShouldBe(120);
        On(2026, 7, 1).ShouldBe(0);

        decimal On(int year, int month, int day) =>
            facts.AmountOf(Samples.Member.Id, FigureKind.HalfDaysDeclared, new DateOnly(year, month, day));
    }

    // Fil rouge 35 lends 0.4 to 4.3 full-time equivalents per member (Guide ANAP 2011).
    [Fact]
    public void Posts_lent_give_shares_and_a_fraction_is_rounded_and_said()
    {
        var policy = new SharesByFigure(FigureKind.FullTimeEquivalentsLent, 10);
        var facts = Rights.Facts(FigureKind.FullTimeEquivalentsLent, 4.3m, 1.0m, 0.4m, 0.4m, 0.25m);

        Counts(policy.Count(facts, Day).Value).ShouldBe([43, 10, 4, 4, 3]);
        policy.Assess(facts, Day).ShouldHaveSingleItem().Message.ToString()
            .ShouldBe("E\u00A0: 2,5 part n’est pas un nombre entier, arrondi à 3.");
    }

    [Fact]
    public void Equal_shares_do_not_read_any_figure() =>
        Counts(new EqualShares(3).Count(Rights.HalfDays(5_000, 0, 1), Day).Value).ShouldBe([3, 3, 3]);

    [Fact]
    public void Fixed_shares_say_who_is_unknown_missing_negative_or_twice()
    {
        var policy = new FixedShares([new("a", 26), new("a", 1), new("b", -2), new("stranger", 5)]);

        policy.Assess(Rights.Members("a", "b", "c"), Day).Select(v => v.Code).ShouldBe(
            ["rights.unknown-member", "rights.negative", "shares.fixed-twice", "shares.fixed-missing"]);
        Counts(new FixedShares([new("b", 28), new("a", 26)]).Count(Rights.Members("a", "b"), Day).Value).ShouldBe([26, 28]);
    }

    // A consultancy of 8,000 € paid before the creation becomes a contribution (établissements publics de l'Yonne).
    [Fact]
    public void Contributions_pay_for_shares_at_the_value_of_their_day()
    {
        var policy = new SharesByContribution(Rights.OneThenTenEuros);
        var facts = Rights.Members("a", "b") with
        {
            Contributions =
            [
                new("a", ContributionKind.SpentBeforeCreation, "étude", Money.FromEuros(8_000), new DateOnly(2006, 5, 1)),
                new("a", ContributionKind.Cash, "apport", Money.FromEuros(105), new DateOnly(2012, 1, 1)),
                new("b", ContributionKind.InKind, "véhicule", Money.FromEuros(2_000), new DateOnly(2012, 1, 1)),
                new("b", ContributionKind.Cash, "à venir", Money.FromEuros(500), Day.AddDays(1)),
            ],
        };

        Counts(policy.Count(facts, Day).Value).ShouldBe([8_010, 200]);
        policy.Assess(facts, Day).ShouldHaveSingleItem().Message.ToString().ShouldContain("5,00\u00A0€");
    }

    // GCSMS des 9 cantons: no capital, rights by places 100, 75 and 30 (Guide ANAP 2011).
    [Fact]
    public void Without_capital_the_rights_follow_something_else()
    {
        var shares = new NoCapital(new SharesByFigure(FigureKind.Places)).Count(Rights.Facts(FigureKind.Places, 100, 75, 30), Day);

        shares.Value.HasCapital.ShouldBeFalse();
        Counts(shares.Value).ShouldBe([100, 75, 30]);
    }

    [Fact]
    public void A_policy_that_counts_nothing_cannot_exist()
    {
        Should.Throw<DomainException>(() => new SharesByFigure(FigureKind.Places, 0)).Text.ShouldNotBeNull();
        Should.Throw<DomainException>(() => new EqualShares(0)).Text.ShouldNotBeNull();
    }

    private static long[] Counts(ShareTable table) => [.. table.Rows.Select(r => r.Shares)];
}
