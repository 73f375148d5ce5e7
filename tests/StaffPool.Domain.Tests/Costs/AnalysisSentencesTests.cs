using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Analysis;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Costs.Staff;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Tests.Governance;
using StaffPool.Domain.Tests.Texts;
using static StaffPool.Domain.Tests.Costs.CostSamples;

namespace StaffPool.Domain.Tests.Costs;

/// <summary>What is read under the figures of staff and of analyses, and where each limit lies exactly.</summary>
public sealed class AnalysisSentencesTests
{
    [Fact]
    public void A_comparison_says_its_three_figures_and_cites_its_source()
    {
        var (compared, warnings) = CostComparison.Of(new MemberCosts(
            "a", 10, Euros(900), [new(HiddenCostKind.Travel, Euros(60)), new(HiddenCostKind.Reporting, Euros(40))],
            [new(AlternativeKind.AgencyWork, Euros(999)), new(AlternativeKind.Alone, Euros(998))], Euros(500), 250));

        string[][] steps = [compared.FullCost.Trace.Read(), compared.EurosPerHalfDay.Trace.Read(), compared.DailyTariffEuros.Trace.Read()];
        steps.SelectMany(s => s).ShouldBe(
        [
            "part du groupement 900,00 € + coûts cachés 100,00 € = 1 000,00 €",
            "1 000,00 € ÷ 10 demi-journées = 100,00 €",
            "(1 000,00 € − 500,00 € déjà dans le tarif) ÷ 250 journées = 2,00 € par jour",
        ]);
        warnings.Read().ShouldBe(
        [
            "a : 1 000,00 € par le groupement, 999,00 € par l’intérim.",
            "a : 1 000,00 € par le groupement, 998,00 € seul.",
            "a : le tarif journalier monterait de 2,00 €.",
        ]);
        warnings.ShouldAllBe(w => w.Reference!.Citation == "Guide ANAP 2011, GCSMS du Centre de Picardie");
        Should.Throw<DomainException>(() => CostComparison.Of(new MemberCosts("a", 1, Euros(1), [], [], Euros(1), 0)));
    }

    [Fact]
    public void Hours_beyond_credits_are_told_with_how_many_too_many()
    {
        var (_, warnings) = HoursEnvelope.Of([new("a", 10), new("b", 20), new("c", 0)], [new("a", 12.5m), new("b", 30), new("c", 0)], id => id);

        warnings.Read().ShouldBe(
        [
            "a : 12,5 h de remplacement pour 10 h de crédit, 2,5 h de trop.",
            "b : 30 h de remplacement pour 20 h de crédit, 10 h de trop.",
            "Le groupement a pris 42,5 h de remplacement pour 30 h de crédits, 12,5 h de trop.",
        ]);
        warnings.ShouldAllBe(w => w.Reference!.Citation == "Guide ANAP 2011, GECAC-Tremplin");
    }

    [Fact]
    public void Fairness_says_both_parts_and_warns_beyond_the_gap_alone()
    {
        YearOfMember[] years = [new(2024, "a", Euros(40), 30), new(2025, "a", Euros(15), 20), new(2024, "b", Euros(45), 50)];

        var (lines, warnings) = MultiYearFairness.Of(years, 2, 5);

        lines[0].GapPoints.Trace.Read().ShouldBe(["sur 2 an(s) : 55 % des paiements − 50 % de l’usage = 5 points"]);
        (lines[0].Paid, lines[0].Used).ShouldBe((Euros(55), 50m));
        warnings.ShouldBeEmpty();
        MultiYearFairness.Of(years, 2, 4.9m).Warnings.Read().ShouldBe(
        [
            "a : 5 points d’écart entre paiements et usage sur 2 ans, au-delà de 4,9.",
            "b : -5 points d’écart entre paiements et usage sur 2 ans, au-delà de 4,9.",
        ]);
    }

    [Fact]
    public void Years_in_which_nobody_paid_or_used_have_no_gap()
    {
        MultiYearFairness.Of([new(2024, "a", Money.Zero, 0), new(2024, "b", Money.Zero, 0)], 1, 5).Lines.ShouldAllBe(l => l.GapPoints.Value == 0);
        MultiYearFairness.Of([new(2024, "a", Euros(1), 0)], 1, 5).Lines.Single().GapPoints.Value.ShouldBe(100);
    }

    [Fact]
    public void Several_exchanges_of_one_function_add_up_and_one_without_solidarity_makes_a_balance()
    {
        var balance = Reciprocity.Of(
        [
            new("a", "b", "qualité", 4, Euros(400), IsSolidarity: true), new("a", "b", "qualité", 3, Euros(300)),
            new("b", "a", "qualité", 2, Euros(200)), new("b", "a", "qualité", 1, Euros(100)),
        ])[0];

        balance.HalfDays.Trace.Read().ShouldBe(["7 demi-journées données − 3 reçues = 4"]);
        (balance.Value, balance.IsSolidarity).ShouldBe((Euros(400), false));
    }

    [Fact]
    public void All_that_was_planned_may_be_lost() =>
        AbsenceRiskSharing.Run(AbsenceRisk.Grouping, [new("a", "e", 5, 5)])[0].HalfDays.Trace.Read()
            .ShouldBe(["5 planifiées − 5 perdues = 0 demi-journées ; l’absence est portée par tous"]);

    [Fact]
    public void A_redistribution_says_the_need_of_its_month_and_refuses_one_without()
    {
        Redistribute([new("a", 3), new("b", 1)]).Amounts[0].Amount.Trace.Read()
            .ShouldBe(["mois du 01/01/2026, 100,00 € : besoin de 3 sur 4 = 75,00 €"]);
        Should.Throw<DomainException>(() => Redistribute([new("a", 0), new("b", 0)]));
        Should.Throw<DomainException>(() => Redistribute([new("a", 3), new("b", -1)]));

        static (IReadOnlyList<RedistributedAmount> Amounts, RoundingLedger Ledger) Redistribute(MemberQuantity[] needs) =>
            MonthlyRedistribution.Run("env", Euros(100), [new(Year.Start, needs)], RoundingLedger.Empty);
    }

    [Fact]
    public void A_reimbursement_says_its_three_components_and_carries_each_rounding_apart()
    {
        var cost = new ProfessionalCost("p", "a", new Money(100), new Money(200), new Money(100));

        var (lines, ledger) = EmployerReimbursement.Run(cost, [new("a", 1), new("b", 1), new("c", 1), new("d", 0)], RoundingLedger.Empty);

        lines[0].Wages.Trace.Read().ShouldBe(["rémunération 1,00 € × 1 h sur 3 h = 0,34 €"]);
        lines[0].Expenses.Trace.Read().ShouldBe(["frais professionnels 1,00 € × 1 h sur 3 h = 0,34 €"]);
        ledger.Balances.Select(b => b.Account).Distinct().ShouldBe(["p/charges", "p/expenses", "p/wages"]);
        ledger.Balances.Select(b => (b.Account, b.MemberId)).ShouldBe(ledger.Balances.Select(b => (b.Account, b.MemberId)).Order());
        EmployerReimbursement.Assess(cost with { Expenses = Money.Zero }, [new("a", 1), new("b", 0)]).ShouldBeEmpty();
        EmployerReimbursement.Assess(cost, [new("a", 0)]).Read().ShouldBe(["p : aucun temps réel, rien à quoi rapporter le coût."]);
        Should.Throw<DomainException>(() => EmployerReimbursement.Run(cost, [new("a", 5), new("b", -1)], RoundingLedger.Empty));
        EmployerReimbursement.AssessInvoices(lines, []).ShouldAllBe(v => v.Reference!.Citation == "Code du travail, L.8241-2");
    }

    [Fact]
    public void An_invoice_counts_for_its_professional_and_its_host_together()
    {
        var (lines, _) = EmployerReimbursement.Run(
            new ProfessionalCost("p", "a", Euros(100), Money.Zero, Money.Zero), [new("a", 1), new("b", 1)], RoundingLedger.Empty);

        EmployerReimbursement.AssessInvoices(lines, [new("p", "b", Euros(50)), new("q", "b", Euros(7)), new("p", "c", Euros(7))])
            .Select(v => v.Subjects).ShouldBe([["q", "b"], ["p", "c"]]);
    }

    [Fact]
    public void A_bonus_says_its_band_or_why_there_is_none()
    {
        var table = MultiSiteBonusTable.TerritorialPractice2020 with { Professions = ["medecin"] };

        table.For("medecin", 3.5m, 1).Trace.Read().ShouldBe(
            ["3,5 déplacements, 1 structures : 700,00 € (barème du 28/12/2020, Arrêté du 14 mars 2017, montants de l’arrêté du 28 décembre 2020)"]);
        table.For("kine", 3.5m, 1).Trace.Read().ShouldBe(
            ["profession « kine » hors du barème (Arrêté du 14 mars 2017, montants de l’arrêté du 28 décembre 2020)"]);
    }

    [Fact]
    public void A_surcharge_cites_its_decree_and_refuses_negative_hours_among_others()
    {
        SurchargeTable.PublicHospital2024.For(0, [new(HourKind.Sunday, 0)]).Trace.Read()[^1]
            .ShouldBe("majorations : 0,00 € (barème du 01/01/2024, Décret n° 2023-1238)");
        Should.Throw<DomainException>(() => SurchargeTable.PublicHospital2024.For(10, [new(HourKind.Sunday, 1), new(HourKind.Night, -1)]));
        Should.Throw<DomainException>(() => SurchargeTable.PublicHospital2024.For(-1, []));
    }

    [Fact]
    public void No_kilometre_is_repaid_nothing() => MileageTable.Public2022.Repay(VehicleClass.CarUpTo5Cv, 0, 0).Value.ShouldBe(Money.Zero);

    [Fact]
    public void A_stay_of_one_day_and_a_key_of_the_last_day_are_read_as_written()
    {
        var exercise = Exercise(new EqualKey(), 300);

        CostExerciseCheck.Assess(exercise with { Members = [.. exercise.Members.Take(2), new("c", "c", Year.Start, Year.Start)] }).ShouldBeEmpty();
        CostExerciseCheck.Assess(exercise with { Centres = [exercise.Centres[0] with { Subscriptions = [new("a", Year.Start, Year.Start)] }] }).ShouldBeEmpty();
        CostExerciseCheck.Assess(exercise with { Centres = [exercise.Centres[0] with { Subscriptions = [new("a", Before), new("b", Year.End, Year.Start)] }] })
            .Read().ShouldBe(["« psy » : la fin (01/01/2026) vient avant le début (31/12/2026)."]);
        CostExerciseCheck.Assess(exercise with { Centres = [exercise.Centres[0] with { Keys = [.. exercise.Centres[0].Keys, new(Year.End, new EqualKey(), Convention)] }] })
            .Select(v => v.Code).ShouldBe(["costs.key-changes"]);
    }

    [Fact]
    public void Money_received_is_not_negative_and_nothing_is_nothing()
    {
        var centre = Centre(new EqualKey(), 300) with { Receipts = [new("reprise", ReceiptNature.Other, Euros(-5)), new("rien", ReceiptNature.Other, Money.Zero)] };

        CostExerciseCheck.Assess(Exercise(new EqualKey(), 0) with { Centres = [centre with { Items = [.. centre.Items, new("rien", CostNature.Wages, Money.Zero)] }] })
            .Read().ShouldBe(["« psy » : « reprise » est négatif (-5,00 €) ; un avoir se saisit en recette."]);
    }

    [Fact]
    public void A_figure_of_who_does_not_take_part_is_told_unless_it_is_zero()
    {
        var exercise = Exercise(new MeasuredKey(Measure.Volume), 300, [new("a", Measure.Volume, 1, "psy"), new("b", Measure.Volume, 0, "psy"), new("c", Measure.Volume, 2, "psy")]);

        CostExerciseCheck.Assess(exercise with { Centres = [exercise.Centres[0] with { Subscriptions = [new("a", Before)] }] })
            .Read().ShouldBe(["« psy » : c y a un chiffre ou une commande sans y participer dans la période."]);
    }

    [Fact]
    public void Who_paid_for_all_or_subscribes_must_be_a_member_then()
    {
        var gone = Exercise(new EqualKey(), 300) with { Members = [.. Contributors("a", "b"), new("c", "c", Before, Year.Start.AddDays(-1))] };

        CostExerciseCheck.Assess(gone with { Centres = [gone.Centres[0] with { Items = [new("coût", CostNature.Wages, Euros(3), "c")] }] })
            .Read().ShouldBe(["« c » n’est pas membre entre le 01/01/2026 et le 31/12/2026."]);
        CostAllocation.Run(gone, RoundingLedger.Empty).Statements.Select(s => s.MemberId).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void The_rounding_of_a_share_is_told_where_there_is_one()
    {
        var first = CostAllocation.Run(Exercise(new EqualKey(), 100), RoundingLedger.Empty);

        first.Statements[0].Lines[0].Share.Trace.Read()[^1]
            .ShouldBe("part exacte 33,3333 €, arrondi reporté 0 centime : 33,34 € (à reporter -0,666666 centime)");
        var second = CostAllocation.Run(Exercise(new EqualKey(), 300), first.Ledger);
        second.Statements[0].Lines[0].Share.Trace.Read()[^1].ShouldStartWith("part exacte 100,00 €, arrondi reporté -0,666666 centime");
        first.Statements[0].ExplainedDue.Trace.Read()[0].ShouldBe("à parts égales");
    }

    [Fact]
    public void Shares_that_do_not_add_up_to_their_total_are_never_rounded()
    {
        Should.Throw<DomainException>(() => RoundingLedger.Empty.Round("x", new Money(100), [new("a", 50), new("b", 49.998m)]));
        RoundingLedger.Empty.Round("x", new Money(100), [new("a", 50), new("b", 49.999m)]).Parts.Sum(p => p.Amount.Cents).ShouldBe(100);
        Should.Throw<DomainException>(() => RoundingLedger.Empty.Round("x", new Money(100), [new("a", 50), new("a", 50)]))
            .Message.ShouldBe("A member has two shares in 'x'.");
        Should.Throw<DomainException>(() => new RoundingLedger([new("x", "a", 1), new("x", "a", 2)]))
            .Message.ShouldBe("Two rounding balances for 'a' in 'x'.");
    }

    [Fact]
    public void Settings_of_costs_have_the_keys_values_and_sources_that_their_page_gives()
    {
        var page = new RulePage("couts.md").Text;

        CostSettings.All.Where(s => !page.Contains($"`{s.Key}`", StringComparison.Ordinal)).ShouldBeEmpty();
        CostSettings.All.Where(s => s.Reference.Citation is not ("StaffPool" or "Guide ANAP 2011, GCSMS du Centre de Picardie"
            or "CGI, taux normal, à confirmer" or "Mémoire EHESP 2018, coopérations entre EHPAD publics autonomes")).ShouldBeEmpty();
    }
}
