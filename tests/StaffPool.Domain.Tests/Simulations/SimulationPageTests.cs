using System.Globalization;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs.Accounts;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Simulations;
using StaffPool.Domain.Simulations.Changes;
using StaffPool.Domain.Tests.Costs;
using StaffPool.Domain.Tests.Governance;

namespace StaffPool.Domain.Tests.Simulations;

/// <summary>The worked examples of docs/regles/simulations.md, computed again from their own figures.</summary>
public sealed class SimulationPageTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly RulePage Page = new("simulations.md");
    private static readonly GroupingSnapshot Example = Snapshots.Of(50, 30, 20);

    [Fact]
    public void The_newcomer_of_the_page_gives_what_the_code_computes()
    {
        var rows = Page.Table("Entrée");
        rows.Take(3).Select(r => Number(r["Demi-journées"])).ShouldBe([50, 30, 20]);

        var outcome = Simulation.Run(Example, [Snapshots.Join("d", Number(rows[3]["Demi-journées"]))]);

        foreach (var (row, member) in rows.Zip(outcome.Members))
        {
            member.Name.ShouldBe(row["Membre"]);
            member.Votes!.Before.Value.ShouldBe((long)Number(row["Voix avant"]));
            member.Votes.After.Value.ShouldBe((long)Number(row["Voix après"]));
            member.VotePercent!.After.Value.ShouldBe(Number(row["% après"]));
            member.Capital!.After.Value.Euros.ShouldBe(Number(row["Capital après"]));
            member.Due!.Before.Value.Euros.ShouldBe(Number(row["Dû avant"]));
            member.Due.After.Value.Euros.ShouldBe(Number(row["Dû après"]));
            member.Due.Difference.Value.Euros.ShouldBe(Number(row["Écart"]));
        }
    }

    [Fact]
    public void The_step_of_the_page_is_borne_as_the_code_computes()
    {
        var rows = Page.Table("Palier");

        var outcome = Simulation.Run(
            Example.WithThreshold(110, 400), [new CostFigureChanged("c", Measure.HalfDaysDeclared, 45)]);

        outcome.Members.Select(m => m.Due!.Before.Value.Euros).ShouldBe(rows.Select(r => Number(r["Avant"])));
        outcome.Redistribution.Select(s => s.Amount.Value.Euros).ShouldBe(rows.Select(r => Number(r["Nouveau partage"])));
        outcome.Crossings.Single().Surcharges.Select(s => s.Amount.Value.Euros).ShouldBe(rows.Select(r => Number(r["Palier"])));
        outcome.Members.Select(m => m.Due!.After.Value.Euros).ShouldBe(rows.Select(r => Number(r["Après"])));
    }

    [Fact]
    public void The_exit_bills_of_the_page_are_what_the_code_computes()
    {
        var snapshot = Example with
        {
            Debts =
            [
                new Debt(Money.FromEuros(900), new DateOnly(2026, 9, 1)),
                new Debt(Money.FromEuros(500), new DateOnly(2027, 3, 1)),
            ],
            Costs = Example.Costs! with
            {
                Calls =
                [
                    new ContributionCall(
                        "c", CostSamples.Year.Start, CostSamples.Year, new Traced<Money>(Money.FromEuros(150), [])),
                ],
            },
        };

        foreach (var row in Page.Table("Sortie"))
        {
            var leaving = new MemberLeaves("c", Day(row["Notifié le"])) { Penalty = Money.FromEuros(Number(row["Pénalité"])) };

            var bill = Simulation.Run(snapshot, [leaving]).ExitBills.Single();

            bill.LastDay.ShouldBe(Day(row["Dernier jour"]));
            bill.Debts.Value.Euros.ShouldBe(Number(row["Dettes"]));
            bill.TrueUp.Value.Euros.ShouldBe(Number(row["Régularisation"]));
            bill.Notice.Value.Euros.ShouldBe(Number(row["Préavis"]));
            bill.Total.Value.Euros.ShouldBe(Number(row["Total"]));
        }
    }

    private static decimal Number(string cell) => decimal.Parse(cell, NumberStyles.Number, French);

    private static DateOnly Day(string cell) => DateOnly.ParseExact(cell, "dd/MM/yyyy", CultureInfo.InvariantCulture);
}
