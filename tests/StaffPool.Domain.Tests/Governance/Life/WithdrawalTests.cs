using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Governance.Life;

public sealed class WithdrawalTests
{
    private static readonly IReadOnlyList<Membership> Members = People.Since2020("a", "b", "c", "d");

    [Theory]
    [InlineData("2026-06-30", "2026-12-31")]
    [InlineData("2026-07-01", "2027-12-31")]
    [InlineData("2026-12-31", "2027-12-31")]
    [InlineData("2026-01-01", "2026-12-31")]
    public void A_member_leaves_at_the_end_of_a_year_six_months_after_telling(string told, string last)
    {
        var outcome = new Withdrawal(Members[0].Member, Day(told)).Decide(Members, Agreements.Silent);

        outcome.LastDay.ShouldBe(Day(last));
        outcome.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-12-31", "2027-06-30")]
    [InlineData("2027-01-01", "2028-06-30")]
    public void The_year_may_end_in_another_month(string told, string last) =>
        new Withdrawal(Members[0].Member, Day(told)).Earliest(Agreements.Silent.With(LifeSettings.BudgetYearEndMonth, 6)).Value.ShouldBe(Day(last));

    [Fact]
    public void A_notice_longer_than_a_year_reaches_a_later_year() =>
        new Withdrawal(Members[0].Member, Day("2026-02-01")).Earliest(Agreements.Silent.With(LifeSettings.WithdrawalNoticeMonths, 24)).Value
            .ShouldBe(Day("2028-12-31"));

    [Fact]
    public void A_wish_that_cannot_be_met_says_the_earliest_day()
    {
        var outcome = new Withdrawal(Members[0].Member, Day("2026-09-01"), Day("2026-11-30")).Decide(Members, Agreements.Silent);

        outcome.LastDay.ShouldBeNull();
        outcome.Violations.Select(v => v.Code).ShouldBe(["life.withdrawal-in-year", "life.withdrawal-too-early"]);
        outcome.Violations[1].Message.ToString().ShouldEndWith("donc au plus tôt le 31/12/2027.");
        outcome.Violations[1].Reference!.Citation.ShouldBe("CASF R.312-194-10, al. 2");
    }

    [Fact]
    public void A_later_year_may_be_wanted() =>
        new Withdrawal(Members[0].Member, Day("2026-02-01"), Day("2028-12-31")).Decide(Members, Agreements.Silent).LastDay.ShouldBe(Day("2028-12-31"));

    [Fact]
    public void A_withdrawal_that_ends_the_grouping_is_possible_and_told()
    {
        var outcome = new Withdrawal(Members[0].Member, Day("2026-02-01")).Decide([.. Members.Take(2)], Agreements.Silent);

        outcome.LastDay.ShouldBe(Day("2026-12-31"));
        outcome.Violations.Single().ShouldSatisfyAllConditions(
            v => v.Code.ShouldBe("life.withdrawal-dissolves"), v => v.Severity.ShouldBe(Severity.Warning));
    }

    [Fact]
    public void Who_is_not_a_member_does_not_leave() =>
        new Withdrawal(People.Member("z"), Day("2026-02-01")).Decide(Members, Agreements.Silent).Violations.Single().Code
            .ShouldBe("life.withdrawal-of-stranger");

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
