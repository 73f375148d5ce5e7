using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Governance.Shares;

public sealed class ShareNominalValuesTests
{
    private static readonly DateOnly Creation = new(2008, 1, 1);

    [Fact]
    public void The_value_is_the_latest_on_or_before_the_day_and_the_first_before_all()
    {
        var values = Rights.OneThenTenEuros;

        values.On(new DateOnly(2001, 1, 1)).ShouldBe(Money.FromEuros(1));
        values.On(new DateOnly(2009, 12, 31)).ShouldBe(Money.FromEuros(1));
        values.On(new DateOnly(2010, 1, 1)).ShouldBe(Money.FromEuros(10));
    }

    // Centre de Picardie: 13,000 votes, one share per vote, 1 € then 10 €.
    [Fact]
    public void A_revaluation_changes_the_capital_and_no_vote()
    {
        var facts = Rights.HalfDays(8_000, 3_000, 2_000);
        var before = Rights.Compute(facts, Rights.Terms());
        var after = RightsComputation.Compute(new RightsAgreement([Rights.Terms()]), facts, new DateOnly(2025, 1, 1));

        var capital = Rights.OneThenTenEuros.Revaluation(before.Shares.ShouldNotBeNull(), Creation, Rights.Day);

        Rights.Votes(after.Table?.Value).ShouldBe(Rights.Votes(before.Table?.Value));
        capital.Value.Select(r => r.After).ShouldBe([Money.FromEuros(80_000), Money.FromEuros(30_000), Money.FromEuros(20_000)]);
        capital.Value.Sum(r => r.Difference.Cents).ShouldBe(117_000_00);
    }

    [Fact]
    public void A_history_without_a_value_or_with_two_on_a_day_cannot_exist()
    {
        Should.Throw<DomainException>(() => new ShareNominalValues([]));
        Should.Throw<DomainException>(() => new ShareNominalValues([new(Creation, Money.Zero, Rights.Clause)]));
        Should.Throw<DomainException>(() => new ShareNominalValues(
            [new(Creation, Money.FromEuros(1), Rights.Clause), new(Creation.AddDays(1), Money.FromEuros(-2), Rights.Clause)]));
        Should.Throw<DomainException>(() => new ShareNominalValues(
            [new(Creation, Money.FromEuros(1), Rights.Clause), new(Creation, Money.FromEuros(2), Rights.Clause)]));
    }
}
