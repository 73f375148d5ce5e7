using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Members;

namespace StaffPool.Domain.Tests.Governance.Life;

public sealed class LegalNatureTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    [Theory]
    [InlineData(3, 0, null, LegalNature.Public)]
    [InlineData(0, 3, null, LegalNature.Private)]
    [InlineData(2, 1, null, null)]
    [InlineData(2, 1, LegalNature.Private, LegalNature.Private)]
    [InlineData(1, 2, LegalNature.Public, LegalNature.Public)]
    [InlineData(0, 0, LegalNature.Public, null)]
    public void Members_make_the_nature_and_a_mixed_grouping_chooses(int publics, int privates, LegalNature? chosen, LegalNature? nature) =>
        Of(publics, privates, chosen).Derive(Agreements.Silent).Value.ShouldBe(nature);

    [Theory]
    [InlineData(2, 1, LegalNature.Public)]
    [InlineData(1, 1, null)]
    [InlineData(1, 2, null)]
    public void A_public_majority_makes_it_public_where_the_agreement_reads_it_so(int publics, int privates, LegalNature? nature) =>
        Of(publics, privates, null).Derive(Agreements.Silent.With(LifeSettings.PublicMajorityMakesPublic, true)).Value.ShouldBe(nature);

    [Fact]
    public void A_choice_is_made_where_it_is_free_and_only_there()
    {
        Of(2, 1, LegalNature.Public).Assess(Agreements.Silent).ShouldBeEmpty();
        Of(2, 1, null).Assess(Agreements.Silent).Single().Code.ShouldBe("life.nature-missing");
        Of(3, 0, LegalNature.Private).Assess(Agreements.Silent).Single().Message.ToString()
            .ShouldContain("3 membres publics sur 3\u00A0: droit public");
    }

    [Fact]
    public void The_nature_says_accounting_result_staff_and_more()
    {
        NatureConsequences.Of(LegalNature.Public).Select(c => c.Topic)
            .ShouldBe([NatureTopic.Accounting, NatureTopic.Result, NatureTopic.Staff, NatureTopic.Purchasing]);
        NatureConsequences.Of(LegalNature.Private).Select(c => c.Topic)
            .ShouldBe([NatureTopic.Accounting, NatureTopic.Result, NatureTopic.Staff, NatureTopic.Auditor]);
        NatureConsequences.Of(LegalNature.Public).Concat(NatureConsequences.Of(LegalNature.Private))
            .ShouldAllBe(c => c.Sentence.ToString().Length > 10 && c.Reference.Citation.Length > 0);
    }

    [Fact]
    public void A_public_grouping_votes_its_budget_by_31_October()
    {
        var in2027 = new DateOnly(2027, 3, 1);

        NatureConsequences.BudgetDeadline(LegalNature.Public, in2027, Agreements.Silent).ShouldBe(new DateOnly(2026, 10, 31));
        NatureConsequences.BudgetDeadline(LegalNature.Private, in2027, Agreements.Silent).ShouldBeNull();
        Budget(LegalNature.Public, new DateOnly(2026, 10, 31)).ShouldBe(0);
        Budget(LegalNature.Public, new DateOnly(2026, 11, 1)).ShouldBe(1);
        Budget(LegalNature.Public, null).ShouldBe(1);
        Budget(LegalNature.Private, null).ShouldBe(0);

        int Budget(LegalNature nature, DateOnly? votedOn) =>
            NatureConsequences.AssessBudget(nature, in2027, votedOn, new DateOnly(2026, 12, 1), Agreements.Silent).Count();
    }

    [Theory]
    [InlineData(MemberKind.PublicHospital, true, true)]
    [InlineData(MemberKind.LocalAuthority, true, true)]
    [InlineData(MemberKind.PrivateNonProfit, false, true)]
    [InlineData(MemberKind.PrivateForProfit, false, false)]
    [InlineData(MemberKind.NaturalPerson, false, false)]
    public void Every_kind_of_member_is_public_or_not_and_non_profit_or_not(MemberKind kind, bool isPublic, bool isNonProfit) =>
        (kind.IsPublic(), kind.IsNonProfitLegalPerson()).ShouldBe((isPublic, isNonProfit));

    private static NatureOfGrouping Of(int publics, int privates, LegalNature? chosen) => new(
        [
            .. Enumerable.Range(0, publics).Select(i => People.Member($"u{i}")),
            .. Enumerable.Range(0, privates).Select(i => People.Member($"p{i}", MemberKind.PrivateNonProfit)),
        ],
        chosen, Day);
}
