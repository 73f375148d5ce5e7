using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Accounts;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Tests.Texts;
using static StaffPool.Domain.Tests.Costs.CostSamples;

namespace StaffPool.Domain.Tests.Costs;

/// <summary>What a member reads under its share: every key says its arithmetic, in euros, and names itself.</summary>
public sealed class KeySentencesTests
{
    private static readonly ServiceLine Amp = new("amp", "AMP", Euros(20)), Pay = new("paie", "Paie", Euros(5));

    [Fact]
    public void Equal_shares_count_days() =>
        Steps(Exercise(new EqualKey(), 300), "a").ShouldBe(
            ["à parts égales", "365 jours de présence sur 1 095 tous membres réunis × 300,00 € = 100,00 €"]);

    [Fact]
    public void Decided_shares_quote_their_percentage() =>
        Steps(Exercise(new DecidedKey([new("a", 75), new("b", 25), new("c", 0)]), 300), "a")
            .ShouldBe(["pourcentages décidés", "75 % × 300,00 € = 225,00 €"]);

    [Fact]
    public void Composite_shares_say_each_part_before_what_it_gives() =>
        Steps(Exercise(new CompositeKey([new(60, new MeasuredKey(Measure.Volume)), new(40, new EqualKey())]), 300, Volumes), "b").ShouldBe(
        [
            "60 % au prorata : unités + 40 % à parts égales",
            "60 % au prorata : unités : 180,00 €",
            "2 unités sur 4 × 180,00 € = 90,00 €",
            "40 % à parts égales : 120,00 €",
            "365 jours de présence sur 1 095 tous membres réunis × 120,00 € = 40,00 €",
        ]);

    [Fact]
    public void Capacity_shares_say_what_is_used_and_what_is_not() =>
        Steps(Exercise(new CapacityKey(Measure.Volume, 10, new EqualKey()), 300, Volumes), "c").ShouldBe(
        [
            "à l’usage (unités, capacité 10), le reste : à parts égales",
            "4 utilisées sur une capacité de 10 unités : 120,00 € à l’usage, 180,00 € sans usage",
            "1 unités sur 4 × 120,00 € = 30,00 €",
            "365 jours de présence sur 1 095 tous membres réunis × 180,00 € = 60,00 €",
        ]);

    [Fact]
    public void A_fee_that_is_the_cost_says_nothing_else() =>
        Steps(Exercise(new FixedFeeKey(Euros(100)), 300), "a").ShouldBe(["forfait de 100,00 €", "forfait de 100,00 € × 365 jours sur 365 = 100,00 €"]);

    [Fact]
    public void A_fee_under_the_cost_says_how_the_rest_is_shared()
    {
        Steps(Exercise(new FixedFeeKey(Euros(90)), 300), "a").ShouldBe(
        [
            "forfait de 90,00 €",
            "forfait de 90,00 € × 365 jours sur 365 = 90,00 €",
            "coût 300,00 € − prix de tous 270,00 € = 30,00 € de différence à répartir",
            "90,00 € de prix sur 270,00 € × 30,00 € = 10,00 €",
        ]);
        Steps(Exercise(new FixedFeeKey(Euros(90)) { Residual = new MeasuredKey(Measure.Volume) }, 300, Volumes), "b").ShouldBe(
        [
            "forfait de 90,00 €",
            "forfait de 90,00 € × 365 jours sur 365 = 90,00 €",
            "coût 300,00 € − prix de tous 270,00 € = 30,00 € de différence à répartir",
            "2 unités sur 4 × 30,00 € = 15,00 €",
        ]);
    }

    [Fact]
    public void A_percentage_says_of_what() =>
        Steps(Exercise(new PercentageKey(2, Measure.GrossOperatingBudget), 400, Facts(Measure.GrossOperatingBudget, ("a", 10_000), ("b", 5_000), ("c", 5_000))), "a")
            .ShouldBe(["2 % du montant en euros de budget brut d’exploitation", "2 % × 10 000 euros de budget brut d’exploitation = 200,00 €"]);

    [Fact]
    public void A_catalogue_lists_the_lines_taken_and_says_where_there_are_none()
    {
        var exercise = Exercise(new CatalogueKey([Amp, Pay]), 250) with
        {
            Orders = [new("a", "amp", 10), new("a", "paie", 2), new("b", "paie", 8)],
        };

        Steps(exercise, "a").ShouldBe(["catalogue de 2 ligne(s)", "AMP : 10 h × 20,00 € = 200,00 € ; Paie : 2 h × 5,00 € = 10,00 €"]);
        Steps(exercise, "b").ShouldBe(["catalogue de 2 ligne(s)", "Paie : 8 h × 5,00 € = 40,00 €"]);
        Steps(exercise, "c").ShouldBe(["catalogue de 2 ligne(s)", "aucune ligne du catalogue"]);
    }

    [Fact]
    public void A_catalogue_inside_another_key_still_has_its_lines()
    {
        new FixedFeeKey(Euros(1)) { Residual = new CatalogueKey([Amp]) }.CatalogueLinesFor().ShouldBe(["amp"]);
        new CatalogueKey([Amp]) { Residual = new CatalogueKey([Pay]) }.CatalogueLinesFor().ShouldBe(["amp", "paie"]);
        new CapacityKey(Measure.Volume, 1, new CompositeKey([new(100, new CatalogueKey([Pay]))])).CatalogueLinesFor().ShouldBe(["paie"]);
    }

    [Fact]
    public void Without_money_there_is_nothing_to_pay_and_a_cost_is_refused()
    {
        Steps(Exercise(new ZeroPriceKey(), 0), "a").ShouldBe(["sans échange d’argent", "rien à payer"]);
        Refused(Exercise(new ZeroPriceKey(), 12.5m)).ShouldBe(
            ["« psy » : sans échange d’argent, mais 12,50 € restent à payer ; les marquer comme donnés par qui les porte, ou changer de clé."]);
    }

    [Fact]
    public void Several_figures_of_one_member_add_up_and_a_late_comer_counts_for_its_days()
    {
        var exercise = new CostExercise
        {
            Period = Year,
            Members = [new("a", "a", Before), new("b", "b", new DateOnly(2026, 7, 2))],
            Centres = [Centre(new MeasuredKey(Measure.Places), 548)],
            Facts = [.. Facts(Measure.Places, ("a", 6), ("a", 4), ("b", 10))],
        };

        // b is there 183 days of 365.
        Shares(exercise).ShouldBe([365m, 183m]);
    }

    [Fact]
    public void Nothing_to_share_is_shared_without_any_figure_above_zero() =>
        Shares(Exercise(new MeasuredKey(Measure.Volume), 0, Facts(Measure.Volume, ("a", 0), ("b", 0), ("c", 0)))).ShouldBe([0m, 0m, 0m]);

    [Fact]
    public void Percentages_that_do_not_add_up_or_are_negative_are_refused_wherever_they_stand()
    {
        Refused(Exercise(new DecidedKey([new("a", 60), new("b", 30), new("c", 0)]), 100)).ShouldBe(["« psy » : les pourcentages font 90, et non 100."]);
        Refused(Exercise(new DecidedKey([new("a", 110), new("b", -10)]), 100)).ShouldBe(["« psy » : un pourcentage est négatif (-10)."]);
        Refused(Exercise(new CompositeKey([new(60, new EqualKey()), new(30, new EqualKey())]), 100)).ShouldBe(["« psy » : les pourcentages font 90, et non 100."]);
        Refused(Exercise(new CompositeKey([new(110, new EqualKey()), new(-10, new EqualKey()), new(0, new EqualKey())]), 100))
            .ShouldBe(["« psy » : un pourcentage est négatif (-10)."]);
        Refused(Exercise(new PercentageKey(-1, Measure.OperatingCharges), 100, Facts(Measure.OperatingCharges, ("a", 1), ("b", 1), ("c", 1))))
            .ShouldBe(["« psy » : un pourcentage est négatif (-1)."]);
        Refused(Exercise(new PercentageKey(0, Measure.OperatingCharges) { Residual = new EqualKey() }, 100, Facts(Measure.OperatingCharges, ("a", 1), ("b", 1), ("c", 1))))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Prices_and_orders_are_not_negative()
    {
        Refused(Exercise(new FixedFeeKey(Euros(-5)) { Residual = new EqualKey() }, 100)).ShouldBe(["« psy » : un prix est négatif (-5,00 €)."]);
        Refused(Exercise(new FixedFeeKey(Euros(0)) { Residual = new EqualKey() }, 100)).ShouldBeEmpty();
        Refused(Exercise(new CatalogueKey([Amp, new("x", "X", Euros(-1)), new("z", "Z", Euros(0))]) { Residual = new EqualKey() }, 100))
            .ShouldBe(["« psy » : un prix est négatif (-1,00 €)."]);
        Refused(Exercise(new CatalogueKey([Amp, Pay]), 100) with { Orders = [new("a", "amp", -2), new("b", "amp", 0), new("c", "paie", 30)] })
            .ShouldBe(["« psy » : a a une commande négative sur la ligne amp (-2 h)."]);
    }

    [Fact]
    public void The_key_of_what_prices_leave_is_held_against_what_they_leave()
    {
        var nothing = Facts(Measure.Volume, ("a", 0), ("b", 0), ("c", 0));
        var key = new FixedFeeKey(Euros(100)) { Residual = new MeasuredKey(Measure.Volume) };

        // 300 of fees: nothing is left of a cost of 300, and nobody could take the rest of 301.
        Refused(Exercise(key, 300, nothing)).ShouldBeEmpty();
        Refused(Exercise(key, 301, nothing)).ShouldBe(["« psy » : la clé donne zéro à tous (unités) alors qu’un coût reste à répartir."]);
    }

    [Fact]
    public void The_key_of_what_is_unused_is_held_against_what_is_unused()
    {
        var worked = Facts(Measure.HalfDaysWorked, ("a", 6), ("b", 4), ("c", 0));
        var unused = new MeasuredKey(Measure.Volume);
        MemberFact[] figures = [.. worked, .. Facts(Measure.Volume, ("a", 0), ("b", 0), ("c", 0))];

        Refused(Exercise(new CapacityKey(Measure.HalfDaysWorked, 10, unused), 100, figures)).ShouldBeEmpty();
        Refused(Exercise(new CapacityKey(Measure.HalfDaysWorked, 11, unused), 100, figures))
            .ShouldBe(["« psy » : la clé donne zéro à tous (unités) alors qu’un coût reste à répartir."]);
        Refused(Exercise(new CapacityKey(Measure.HalfDaysWorked, 0, unused), 100, Facts(Measure.HalfDaysWorked, ("a", 6), ("b", 4)))).ShouldBe(
        [
            "« psy » : c n’a pas de chiffre en demi-journées réalisées ; indiquer 0 si c’est zéro.",
            "« psy » : la capacité doit être au-dessus de zéro (0).",
        ]);
    }

    [Fact]
    public void Parts_of_a_key_say_what_they_miss() =>
        Refused(Exercise(new CompositeKey([new(50, new MeasuredKey(Measure.Volume)), new(50, new EqualKey())]), 100, Facts(Measure.Volume, ("a", 1), ("b", 1))))
            .ShouldBe(["« psy » : c n’a pas de chiffre en unités ; indiquer 0 si c’est zéro."]);

    [Theory]
    [InlineData(120, "coût réel 100,00 € − appels 120,00 € : 20,00 € payés en trop")]
    [InlineData(80, "coût réel 100,00 € − appels 80,00 € = 20,00 € à payer")]
    [InlineData(100, "coût réel 100,00 € − appels 100,00 € = 0,00 € à payer")]
    public void A_true_up_says_who_owes_whom(int called, string sentence)
    {
        var actual = CostAllocation.Run(Exercise(new EqualKey(), 300), RoundingLedger.Empty);
        ContributionCall[] calls = [.. actual.Statements.Select(s => new ContributionCall(s.MemberId, Year.Start, Year, new Traced<Money>(Euros(called), [])))];

        var trueUp = TrueUp.Run(actual, calls);

        trueUp.Lines[0].Adjustment.Trace.Read().ShouldBe([sentence]);
        (trueUp.Called, trueUp.Due).ShouldBe((Euros(3 * called), Euros(300)));
        // Who is even is in neither list.
        trueUp.PaidInExcess.Count.ShouldBe(called > 100 ? 3 : 0);
        trueUp.StillOwed.Count.ShouldBe(called < 100 ? 3 : 0);
        TrueUp.Assess(actual, [calls[0] with { MemberId = "x" }]).Single().Reference!.Citation.ShouldBe("CGI, article 261 B");
    }

    [Fact]
    public void The_share_of_clients_says_its_count_and_its_limit()
    {
        NonMemberShare.Of(5, 100, 5).Percent.Trace.Read().ShouldBe(["5 demi-journées de non-membres sur 100 = 5 %"]);
        NonMemberShare.Of(6, 100, 5).Warnings.Read().ShouldBe(["Les non-membres prennent 6 % de l’activité, au-delà de 5 % : ce n’est plus marginal."]);
        NonMemberShare.Of(0, 100, 5).Percent.Value.ShouldBe(0);
        NonMemberShare.Of(100, 100, 100).Percent.Value.ShouldBe(100);
        Should.Throw<DomainException>(() => NonMemberShare.Of(-1, 100, 5));
        Should.Throw<DomainException>(() => NonMemberShare.Of(0, 0, 5));
        Should.Throw<DomainException>(() => NonMemberShare.Of(0, -1, 5));
    }

    [Fact]
    public void A_result_says_what_becomes_of_each_part_and_who_decided_it()
    {
        var decision = new LegalReference("résolution 2");
        MemberAmount[] parts = [new("a", Euros(30)), new("b", Euros(10)), new("c", Money.Zero)];

        var deficit = ResultDistribution.Run(
            Year, parts, isDeficit: true, new(new DateOnly(2027, 6, 1), decision, [new(ResultUse.Called, Euros(20)), new(ResultUse.FromReserves, Euros(20)), new(ResultUse.Carried, Money.Zero)]));

        deficit.Where(r => r.MemberId == "a").SelectMany(r => r.Amount.Trace).Read().ShouldBe(
        [
            "30,00 € sur 40,00 € × 20,00 € (appelé auprès des membres) = 15,00 € (décision du 01/06/2027, résolution 2)",
            "30,00 € sur 40,00 € × 20,00 € (pris sur les réserves) = 15,00 € (décision du 01/06/2027, résolution 2)",
            "30,00 € sur 40,00 € × 0,00 € (reporté) = 0,00 € (décision du 01/06/2027, résolution 2)",
        ]);
        var undecided = new ResultAllocation(new DateOnly(2027, 6, 1), new LegalReference(""), [new(ResultUse.Called, Euros(40))]);
        ResultDistribution.Assess(Year, parts, isDeficit: true, undecided).Select(v => (v.Code, v.Reference!.Citation))
            .ShouldBe([("costs.result-not-decided", "CASF, R.312-194-21 2° et R.314-193-5")]);
        Should.Throw<DomainException>(() => ResultDistribution.Run(Year, parts, isDeficit: true, undecided));
    }

    private static MemberFact[] Volumes => Facts(Measure.Volume, ("a", 1), ("b", 2), ("c", 1));

    /// <summary>The key and the steps of a member's share, without what the centre cost.</summary>
    private static string[] Steps(CostExercise exercise, string member)
    {
        var line = CostAllocation.Run(exercise, RoundingLedger.Empty).Statements.Single(s => s.MemberId == member).Lines.Single();
        var steps = line.Share.Trace.Read();
        return [line.Key.Read(), .. steps.Skip(1)];
    }

    private static string[] Refused(CostExercise exercise) => CostExerciseCheck.Assess(exercise).Read();
}

internal static class KeyLines
{
    /// <summary>Identifiers of the lines that may be ordered of a centre with this key.</summary>
    public static string[] CatalogueLinesFor(this AllocationKey key) => [.. Centre(key, 1).ServicesIn(Year).Select(l => l.Id)];
}
