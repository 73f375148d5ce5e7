using StaffPool.Application.Governance;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Members;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Tests.Scenarios;

public sealed class LifeReportTests
{
    private static readonly DateOnly On = new(2026, 6, 1);

    private static readonly DeclaredLife Life = new()
    {
        On = On,
        Memberships = [.. new[] { "a", "b", "c" }.Select(id => new Membership(Reports.Member(id), Reports.Founded))],
    };

    [Fact]
    public async Task A_debt_follows_the_rights_to_the_cent()
    {
        var figures = await FiguresAsync(Life with { Debts = [new("emprunt", new Debt(Money.FromEuros(1_000), new DateOnly(2025, 1, 1)))] });

        figures["life.debt-emprunt.a.amount"].ShouldBe(Money.FromEuros(600));
        figures["life.debt-emprunt.total.amount"].ShouldBe(Money.FromEuros(1_000));
    }

    [Theory]
    [InlineData(0, 100, "rights.all-zero")]
    [InlineData(10, -1, "life.debt-negative")]
    public async Task A_debt_that_cannot_be_shared_is_a_finding(int rights, int euros, string code)
    {
        var governance = Reports.Governance();
        var report = await Reports.RunAsync(Reports.Scenario(governance with
        {
            Rights = new RightsAgreement(
            [
                governance.Rights!.Terms[0] with
                {
                    Shares = new FixedShares([new("a", rights), new("b", rights), new("c", rights)]),
                    Voting = new OneMemberOneVote(),
                },
            ]),
            Life = Life with { Debts = [new("emprunt", new Debt(Money.FromEuros(euros), new DateOnly(2025, 1, 1)))] },
        }));

        report.Codes("life").ShouldContain(code);
        report.Figures().Keys.ShouldNotContain(p => p.StartsWith("life.debt-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_member_that_leaves_is_told_its_last_day_and_loses_its_rights_the_day_after()
    {
        var figures = await FiguresAsync(Life with { Withdrawals = [new Withdrawal(Reports.Member("c"), new DateOnly(2025, 3, 1))] });

        figures["life.withdrawals.c.last-day"].ShouldBe(new DateOnly(2025, 12, 31));
        figures["life.grouping.members.value"].ShouldBe(2L);
        figures["rights-2020-01-01.votes.total.rights"].ShouldBe(100L);
        figures["rights.votes.total.rights"].ShouldBe(90L);
    }

    [Fact]
    public async Task What_follows_from_the_nature_is_told_with_its_reference()
    {
        var figures = await FiguresAsync(Life);

        ((Text)figures["life.grouping.nature.value"]).Key.ShouldBe("nature.Public");
        ((Text)figures["life.nature.accounting.consequence"]).Key.ShouldBe("life.public-accounting");
        figures["life.nature.accounting.reference"].ShouldBe("CASF R.314-193-5");
    }

    [Fact]
    public async Task A_newcomer_that_breaks_the_exemption_from_VAT_shows_before_and_after()
    {
        var company = Reports.Member("d", MemberKind.PrivateForProfit);
        var scenario = Reports.Scenario();
        var exempt = scenario.Grouping.Members.Select(m => new VatPosition(m, VatStatus.Exempt));
        var life = Life with
        {
            Nature = LegalNature.Public,
            Admissions = [new Admission(company, new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 1))],
            Vat = new VatSituation([.. exempt, new VatPosition(company, VatStatus.Taxable)], CallsMatchCosts: true),
        };

        var report = await Reports.RunAsync(Reports.Scenario(Reports.Governance() with { Life = life }) with
        {
            Grouping = scenario.Grouping with { Members = [.. scenario.Grouping.Members, company] },
        });

        report.Codes("life").ShouldContain("life.vat-taxable");
        var figures = report.Figures();
        figures["life.vat.taxable-d.broken-before"].ShouldBe(false);
        figures["life.vat.taxable-d.broken-after"].ShouldBe(true);
    }

    private static async Task<IReadOnlyDictionary<string, object>> FiguresAsync(DeclaredLife life) =>
        (await Reports.RunAsync(Reports.Scenario(Reports.Governance() with { Life = life }))).Figures();
}
