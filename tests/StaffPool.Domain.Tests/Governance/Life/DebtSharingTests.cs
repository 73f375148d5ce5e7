using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Governance.Life;

public sealed class DebtSharingTests
{
    private static readonly DateOnly Due = new(2026, 3, 1);
    private static readonly VoteTable Rights = new([new("a", 1, 1), new("b", 1, 1), new("c", 1, 1)]);

    [Fact]
    public void Debts_follow_rights_to_the_cent_and_say_how()
    {
        var shares = DebtSharing.Share(new Debt(Money.FromEuros(100), Due), Rights, People.Since2020("a", "b", "c"), Agreements.Silent);

        shares.Value.Select(s => s.Amount.Cents).ShouldBe([3334, 3333, 3333]);
        shares.Trace.Select(t => t.ToString()).ShouldBe(
        [
            "Résidence a\u00A0: 100,00\u00A0€ × 1 droits ÷ 3 = 33,34\u00A0€", "Résidence b\u00A0: 100,00\u00A0€ × 1 droits ÷ 3 = 33,33\u00A0€",
            "Résidence c\u00A0: 100,00\u00A0€ × 1 droits ÷ 3 = 33,33\u00A0€",
            "Centimes restants donnés aux plus forts restes\u00A0: les parts font exactement 100,00\u00A0€",
        ]);
    }

    [Fact]
    public void A_newcomer_answers_for_debts_due_after_its_admission_unless_the_agreement_says_otherwise()
    {
        IReadOnlyList<Membership> members = [.. People.Since2020("a", "b"), new Membership(People.Member("c"), Due.AddDays(1))];
        var debt = new Debt(Money.FromEuros(90), Due);

        DebtSharing.Share(debt, Rights, members, Agreements.Silent).Value.Select(s => s.MemberId).ShouldBe(["a", "b"]);
        DebtSharing.Share(debt with { DueOn = Due.AddDays(1) }, Rights, members, Agreements.Silent).Value.Count.ShouldBe(3);
        DebtSharing.Share(debt, Rights, members, Agreements.Silent.With(LifeSettings.NewcomerAnswersForLaterDebts, false)).Value.Count.ShouldBe(3);
    }

    [Fact]
    public void A_member_that_came_back_is_no_newcomer()
    {
        IReadOnlyList<Membership> members =
            [new Membership(People.Member("c"), Due.AddDays(10)), new Membership(People.Member("c"), Due.AddYears(-5), Due.AddYears(-1))];

        DebtSharing.Share(new Debt(Money.FromEuros(90), Due), Rights, members, Agreements.Silent).Value.Count.ShouldBe(3);
    }

    [Fact]
    public void What_cannot_be_shared_throws()
    {
        Should.Throw<DomainException>(() => DebtSharing.Share(new Debt(new Money(-1), Due), Rights, [], Agreements.Silent));
        Should.Throw<DomainException>(() => DebtSharing.Share(new Debt(new Money(1), Due), new VoteTable([]), [], Agreements.Silent));
    }

    [Fact]
    public void The_parts_add_up_to_the_cent_each_within_one_cent_whatever_the_order_of_members()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var rows = Enumerable.Range(0, random.Next(1, 12)).Select(i => new VoteRow($"m{i}", random.Next(1, 5000), 1)).ToList();
            var debt = new Debt(new Money(random.Next(0, 100_000_000)), Due);

            var shares = DebtSharing.Share(debt, new VoteTable(rows), [], Agreements.Silent).Value;
            var shuffled = DebtSharing.Share(debt, new VoteTable([.. rows.OrderBy(_ => random.Next())]), [], Agreements.Silent).Value;

            var total = rows.Sum(r => r.Rights);
            shares.Sum(s => s.Amount.Cents).ShouldBe(debt.Amount.Cents, $"seed {seed}");
            shares.ShouldAllBe(s => Math.Abs(s.Amount.Cents - (debt.Amount.Cents * (decimal)s.Rights / total)) < 1);
            shuffled.ShouldBe(shares);
        }
    }
}
