using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Governance.Shares;

public sealed class ShareRevisionTests
{
    private static readonly DateOnly Effective = new(2026, 7, 1);

    [Fact]
    public void Each_member_sees_before_after_difference_and_capital()
    {
        var revision = Revise([100, 80, 50], [120, 70, 50], RightsRevision.Formula);

        revision.Value.Rows.ShouldBe(
        [
            new("a", 100, 120, Money.FromEuros(200)),
            new("b", 80, 70, Money.FromEuros(-100)),
            new("c", 50, 50, Money.Zero),
        ]);
        revision.Trace.Select(t => t.ToString()).ShouldBe(
        [
            "Parts révisées au 01/07/2026 par la formule de la convention",
            "A\u00A0: 100 → 120 part(s)\u00A0; 20 à souscrire × 10,00\u00A0€ = 200,00\u00A0€ à verser",
            "B\u00A0: 80 → 70 part(s)\u00A0; 10 à annuler × 10,00\u00A0€ = 100,00\u00A0€ à rendre",
            "Total\u00A0: 230 → 240 parts",
        ]);
        revision.Value.Assess(Rights.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_formula_a_new_split_takes_unanimity() =>
        Revise([100, 80], [100, 90], RightsRevision.Amendment).Value.Assess(Rights.Name)
            .ShouldHaveSingleItem().Code.ShouldBe("revision.unanimity");

    [Fact]
    public void A_split_that_changes_nothing_amends_nothing() =>
        Revise([100, 80], [100, 80], RightsRevision.Amendment).Value.Assess(Rights.Name).ShouldBeEmpty();

    [Fact]
    public void Coming_in_and_going_out_follow_their_own_rules_even_with_a_formula() =>
        Revise([100, 80, 0], [100, 0, 30], RightsRevision.Formula).Value.Assess(Rights.Name)
            .Select(v => v.Code).ShouldBe(["revision.admission", "revision.withdrawal"]);

    [Fact]
    public void Without_capital_there_is_nothing_to_pay()
    {
        var revision = ShareRevision.Between(
            Table([1, 2]) with { HasCapital = false }, Table([3, 2]) with { HasCapital = false }, Effective, RightsRevision.Formula, null, Rights.Name);

        revision.Value.Rows.ShouldAllBe(r => r.Capital == Money.Zero);
        Should.Throw<DomainException>(() =>
            ShareRevision.Between(Table([1]), Table([2]), Effective, RightsRevision.Formula, null, Rights.Name));
    }

    [Fact]
    public void The_register_follows_the_revision()
    {
        var random = new Random(7);
        for (var instance = 0; instance < 100; instance++)
        {
            long[] before = [.. Enumerable.Range(0, 5).Select(_ => (long)random.Next(0, 40))];
            long[] after = [.. Enumerable.Range(0, 5).Select(_ => (long)random.Next(0, 40))];
            var register = Table(before).Rows.Where(r => r.Shares > 0)
                .Aggregate(ShareRegister.Empty, (r, row) => r.Issue(row.MemberId, row.Shares, Rights.Day, Rights.Clause));

            var revised = Revise(before, after, RightsRevision.Formula).Value;
            var result = revised.ApplyTo(register, Rights.Clause);

            Table(after).Rows.ShouldAllBe(r => result.ToTable().Of(r.MemberId) == r.Shares);
            revised.Rows.Sum(r => r.Capital.Cents).ShouldBe((after.Sum() - before.Sum()) * 10_00);
        }
    }

    [Fact]
    public void A_revision_does_not_apply_to_another_register() =>
        Should.Throw<DomainException>(() => Revise([10, 5], [11, 5], RightsRevision.Formula).Value.ApplyTo(ShareRegister.Empty, Rights.Clause))
            .Text.ShouldNotBeNull().Key.ShouldBe("revision.other-register");

    private static Traced<ShareRevision> Revise(long[] before, long[] after, RightsRevision mode) =>
        ShareRevision.Between(Table(before), Table(after), Effective, mode, Rights.OneThenTenEuros, Rights.Name);

    private static ShareTable Table(long[] shares) =>
        new([.. shares.Select((s, i) => new ShareRow(((char)('a' + i)).ToString(), s))]);
}
