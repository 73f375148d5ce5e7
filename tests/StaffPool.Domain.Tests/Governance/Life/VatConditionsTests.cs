using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Governance.Life;

public sealed class VatConditionsTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    [Fact]
    public void Exempt_members_that_pay_their_exact_share_pay_no_VAT() => Codes(Of(8, 2)).ShouldBeEmpty();

    [Fact]
    public void Fewer_than_four_non_profit_members_in_five_is_told_where_one_source_says_so()
    {
        var violation = VatConditions.Assess(Of(7, 3), Day, Agreements.Silent).Single();

        (violation.Code, violation.Severity).ShouldBe(("life.vat-non-profit", Severity.Warning));
        VatConditions.Assess(Of(7, 3), Day, Agreements.Silent.With(LifeSettings.VatNonProfitPercent, 0m)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_broken_condition_is_told_at_once() => Codes(new VatSituation(
        [new VatPosition(People.Member("a"), VatStatus.Taxable, UsesServicesForExemptActivityOnly: false)], CallsMatchCosts: false))
        .ShouldBe(["life.vat-too-few", "life.vat-not-exact", "life.vat-taxable", "life.vat-other-use"]);

    [Fact]
    public void An_admission_shows_what_it_would_break_before_it_is_voted()
    {
        var before = Of(8, 2) with { Members = [.. Of(8, 2).Members.Take(9), new VatPosition(People.Member("doute"), VatStatus.Unknown)] };
        var after = before with { Members = [.. before.Members, new VatPosition(People.Member("taxe", MemberKind.PrivateForProfit), VatStatus.Taxable)] };

        var change = VatConditions.Compare(before, after, Day, Agreements.Silent);

        change.Appearing.Select(v => v.Code).ShouldBe(["life.vat-taxable"]);
        change.Remaining.Select(v => v.Code).ShouldBe(["life.vat-unknown"]);
        VatConditions.Compare(after, before, Day, Agreements.Silent).Disappearing.Select(v => v.Code).ShouldBe(["life.vat-taxable"]);
    }

    private static VatSituation Of(int nonProfit, int forProfit) => new(
        [
            .. Enumerable.Range(0, nonProfit).Select(i => new VatPosition(
                People.Member($"n{i}", i % 2 == 0 ? MemberKind.PublicEstablishment : MemberKind.PrivateNonProfit),
                i % 3 == 0 ? VatStatus.NotTaxable : VatStatus.Exempt)),
            .. Enumerable.Range(0, forProfit).Select(i => new VatPosition(People.Member($"p{i}", MemberKind.PrivateForProfit), VatStatus.Exempt)),
        ],
        CallsMatchCosts: true);

    private static IEnumerable<string> Codes(VatSituation situation) => VatConditions.Assess(situation, Day, Agreements.Silent).Select(v => v.Code);
}
