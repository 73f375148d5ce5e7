using System.Globalization;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Governance.Voting;

namespace StaffPool.Domain.Tests.Governance.Life;

/// <summary>The worked example of docs/regles/vie-du-groupement.md, computed again from its own figures.</summary>
public sealed class LifePageTests
{
    private static readonly RulePage Page = new("vie-du-groupement.md");

    [Fact]
    public void The_withdrawals_of_the_page_are_what_the_rules_give() =>
        Page.Table("Retrait").ShouldAllBe(r =>
            new Withdrawal(People.Member("a"), Day(r["Notifié le"]), null).Earliest(Agreements.Silent).Value == Day(r["Dernier jour"]));

    [Fact]
    public void The_admissions_of_the_page_are_what_the_rules_give() =>
        Page.Table("Admission").ShouldAllBe(r =>
            new Admission(People.Member("e"), Day(r["Effet"]), Day(r["Effet"])).Effects(Agreements.Silent).Value.RightsFrom == Day(r["Droits et voix"]));

    [Fact]
    public void The_debts_of_the_page_are_what_the_rules_give()
    {
        var rows = Page.Table("Dettes");
        Page.Text.ShouldContain("Une dette de 10 000,00 € échue le 01/03/2026.");

        var shares = DebtSharing.Share(
            new Debt(Money.FromEuros(10_000), new DateOnly(2026, 3, 1)),
            new VoteTable([.. rows.Select(r => new VoteRow(r["Membre"], long.Parse(r["Droits"], CultureInfo.InvariantCulture), 1))]),
            [.. rows.Select(r => new Membership(People.Member(r["Membre"]), Day(r["Membre depuis"])))],
            Agreements.Silent).Value.ToDictionary(s => s.MemberId, s => s.Amount);

        rows.Select(r => shares.GetValueOrDefault(r["Membre"])).ShouldBe(rows.Select(r => Euros(r["Part"])));
    }

    [Fact]
    public void The_deadlines_of_the_page_are_what_the_rules_give()
    {
        foreach (var row in Page.Table("Échéances"))
        {
            var from = Day(row["Depuis"]);
            DateOnly? last = row["Cas"] switch
            {
                "mandat de l'administrateur" => new GroupingMandate(MandateKind.ElectedAdministrator, "Administratrice", from).LastDay(Agreements.Silent).Value,
                "information du préfet" => new Dissolution { Memberships = People.Since2020("a", "b"), DecidedFrom = from }
                    .On(from, Agreements.Silent).Value?.TellPrefectBy,
                "budget de l'exercice" => NatureConsequences.BudgetDeadline(LegalNature.Public, from, Agreements.Silent),
                _ => null,
            };

            last.ShouldBe(Day(row["Dernier jour"]), row["Cas"]);
        }
    }

    private static DateOnly Day(string cell) => DateOnly.ParseExact(cell, "dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static Money Euros(string cell) =>
        Money.FromEuros(decimal.Parse(cell.Replace(" ", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.GetCultureInfo("fr-FR")));
}
