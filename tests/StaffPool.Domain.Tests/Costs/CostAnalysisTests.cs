using System.Globalization;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Analysis;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Rules;
using static StaffPool.Domain.Tests.Costs.CostSamples;

namespace StaffPool.Domain.Tests.Costs;

public sealed class CostAnalysisTests
{
    private static readonly AbsenceLine[] Absences = [new("a", "e", 100, 10), new("b", "e", 50, 0)];

    [Theory]
    [InlineData(AbsenceRisk.Grouping, 90, 50, 0)]
    [InlineData(AbsenceRisk.Host, 100, 50, 0)]
    [InlineData(AbsenceRisk.Employer, 90, 50, 10)]
    public void Who_bears_an_absence_is_a_setting(AbsenceRisk risk, decimal a, decimal b, decimal employer)
    {
        var billed = AbsenceRiskSharing.Run(risk, Absences);

        billed.Select(m => m.HalfDays.Value).ShouldBe([a, b, employer]);
        billed.ShouldAllBe(m => m.HalfDays.Trace[0].ToString().Length > 0);
    }

    [Fact]
    public void Half_days_to_bill_feed_a_key()
    {
        var exercise = Exercise(new MeasuredKey(Measure.HalfDaysBilled), 1_500) with { Members = Contributors("a", "b", "e") };

        Shares(exercise with { Facts = [.. AbsenceRiskSharing.Run(AbsenceRisk.Employer, Absences).Select(b => b.ToFact())] })
            .ShouldBe([900m, 500m, 100m]);
        Shares(exercise with { Facts = [.. AbsenceRiskSharing.Run(AbsenceRisk.Host, Absences).Select(b => b.ToFact("psy"))] })
            .ShouldBe([1_000m, 500m, 0m]);
    }

    [Fact]
    public void More_cannot_be_lost_than_was_planned() =>
        Should.Throw<DomainException>(() => AbsenceRiskSharing.Run(AbsenceRisk.Host, [new("a", "e", 1, 2)]));

    [Fact]
    public void What_is_lent_and_borrowed_balances_function_by_function()
    {
        var balances = Reciprocity.Of(
        [
            new Exchange("a", "b", "ergothérapie", 20, Euros(2_800)),
            new Exchange("b", "a", "psychomotricité", 15, Euros(2_100)),
            new Exchange("b", "a", "ergothérapie", 5, Euros(700)),
            new Exchange("a", "c", "qualité", 4, Euros(560), IsSolidarity: true),
        ]);

        balances.Where(b => b.Function == "ergothérapie").Select(b => (b.MemberId, b.HalfDays.Value, b.Value))
            .ShouldBe([("a", 15m, Euros(2_100)), ("b", -15m, Euros(-2_100))]);
        balances.Sum(b => b.HalfDays.Value).ShouldBe(0);
        balances.Sum(b => b.Value.Cents).ShouldBe(0);
        balances.Where(b => b.IsSolidarity).Select(b => b.MemberId).ShouldBe(["a", "c"]);
        balances[0].HalfDays.Trace[0].In(CultureInfo.GetCultureInfo("en-GB")).ShouldBe("20 half-days given − 5 received = 15");
    }

    [Fact]
    public void Two_years_of_paying_without_using_say_nothing_yet_and_three_do()
    {
        static YearOfMember[] Years(int count) =>
        [
            .. Enumerable.Range(2024, count).SelectMany(y => new YearOfMember[] { new(y, "a", Euros(1_500), 0), new(y, "b", Euros(1_500), 20) }),
        ];

        MultiYearFairness.Of(Years(2), 3, 5).Warnings.ShouldBeEmpty();
        var (lines, warnings) = MultiYearFairness.Of(Years(3), 3, 5);

        lines.Select(l => l.GapPoints.Value).ShouldBe([50m, -50m]);
        warnings.Select(w => w.Subjects[0]).ShouldBe(["a", "b"]);
        warnings[0].Message.ToString().ShouldBe("a\u00A0: 50 points d’écart entre paiements et usage sur 3 ans, au-delà de 5.");
    }

    [Fact]
    public void The_full_cost_counts_what_is_hidden_and_is_set_beside_the_alternatives()
    {
        var (compared, warnings) = CostComparison.Of(new MemberCosts(
            "a",
            100,
            Euros(13_846),
            [new HiddenCost(HiddenCostKind.Travel, Euros(600)), new HiddenCost(HiddenCostKind.Meetings, Euros(400))],
            [new Alternative(AlternativeKind.AgencyWork, Euros(20_000)), new Alternative(AlternativeKind.Alone, Euros(14_000))],
            Euros(14_481),
            29_200));

        compared.FullCost.Value.ShouldBe(Euros(14_846));
        compared.EurosPerHalfDay.Value.ShouldBe(148.46m);
        compared.DailyTariffEuros.Value.ShouldBe(0.0125m);
        warnings.Select(w => w.Code).ShouldBe(["costs.alone-is-cheaper", "costs.daily-tariff-rises"]);
        warnings.ShouldAllBe(w => w.Severity == Severity.Warning && w.Message.ToString().Length > 0);
    }

    [Fact]
    public void A_service_that_leaves_the_daily_tariff_as_it_is_has_no_warning() =>
        CostComparison.Of(new MemberCosts("a", 10, Euros(1_000), [], [new Alternative(AlternativeKind.AgencyWork, Euros(1_000))], Euros(1_000), 365))
            .Warnings.ShouldBeEmpty();

    [Fact]
    public void Nothing_is_compared_over_no_half_day() =>
        Should.Throw<DomainException>(() => CostComparison.Of(new MemberCosts("a", 0, Euros(1), [], [], Euros(1), 365)));

    [Fact]
    public void Every_setting_has_a_key_of_its_own_and_a_reference()
    {
        CostSettings.All.Select(s => s.Key).ShouldBeUnique();
        CostSettings.All.ShouldAllBe(s => s.Reference.Citation.Length > 0);
    }
}
