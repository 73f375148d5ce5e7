using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;
using static StaffPool.Domain.Tests.Costs.CostSamples;

namespace StaffPool.Domain.Tests.Costs;

public sealed class AllocationKeyTests
{
    [Fact]
    public void Half_days_share_in_proportion() =>
        Shares(Exercise(new MeasuredKey(Measure.HalfDaysDeclared), 3_210, Facts(Measure.HalfDaysDeclared, ("a", 12), ("b", 30), ("c", 42))))
            .ShouldBe([458.57m, 1_146.43m, 1_605.00m]);

    [Fact]
    public void A_key_can_have_several_parts() =>
        // 100, 200, 300 + 133.33 each: the odd cent of equal remainders goes to the first identifier, this year.
        Shares(Exercise(
                new CompositeKey([new KeyPart(60, new MeasuredKey(Measure.HalfDaysWorked)), new KeyPart(40, new EqualKey())]),
                1_000,
                Facts(Measure.HalfDaysWorked, ("a", 10), ("b", 20), ("c", 30))))
            .ShouldBe([233.34m, 333.33m, 433.33m]);

    [Fact]
    public void A_percentage_of_charges_is_a_provision_that_the_actual_cost_corrects()
    {
        // SAGESS (Guide ANAP 2011): 1 % of 12,300, 2,900 and 12,700 thousand euros is 279,000 €.
        var charges = Facts(Measure.OperatingCharges, ("a", 12_300_000), ("b", 2_900_000), ("c", 12_700_000));
        var key = new PercentageKey(1, Measure.OperatingCharges);

        Shares(Exercise(key, 279_000, charges)).ShouldBe([123_000m, 29_000m, 127_000m]);
        Shares(Exercise(key, 558_000, charges)).ShouldBe([246_000m, 58_000m, 254_000m]);
    }

    [Fact]
    public void Catalogue_lines_are_hours_times_a_price()
    {
        // GECAC (Guide ANAP 2011): an hour of AMP is about 19.50 €.
        var exercise = Exercise(new CatalogueKey([new ServiceLine("amp", "AMP", Euros(19.50m))]), 780) with
        {
            Orders = [new ServiceOrder("a", "amp", 10), new ServiceOrder("b", "amp", 25), new ServiceOrder("b", "amp", 5)],
        };

        Shares(exercise).ShouldBe([195m, 585m, 0m]);
    }

    [Fact]
    public void What_fees_do_not_cover_has_its_own_key()
    {
        // Yonne (mémoire EHESP 2018): a base fee of about 1,500 €, here for a cost of 6,000 €.
        var exercise = Exercise(
            new FixedFeeKey(Euros(1_500)) { Residual = new MeasuredKey(Measure.Places) }, 6_000, Facts(Measure.Places, ("a", 100), ("b", 50), ("c", 0)));

        Shares(exercise).ShouldBe([2_500m, 2_000m, 1_500m]);
    }

    [Fact]
    public void Fees_above_the_cost_give_the_difference_back() =>
        Shares(Exercise(new FixedFeeKey(Euros(100)), 240)).ShouldBe([80m, 80m, 80m]);

    [Fact]
    public void Half_days_that_the_law_imposes_and_nobody_uses_are_paid_all_the_same()
    {
        // Pharmacist of the EPSA memoir: 5 half-days a week owed, 260 a year, 156 used; the host bears the rest.
        var key = new CapacityKey(Measure.HalfDaysWorked, 260, new DecidedKey([new MemberPercent("a", 100)]));

        Shares(Exercise(key, 26_000, Facts(Measure.HalfDaysWorked, ("a", 104), ("b", 40), ("c", 12))))
            .ShouldBe([20_800m, 4_000m, 1_200m]);
    }

    [Fact]
    public void Above_the_capacity_the_users_share_the_whole() =>
        Shares(Exercise(new CapacityKey(Measure.Volume, 10, new EqualKey()), 100, Facts(Measure.Volume, ("a", 15), ("b", 5), ("c", 0))))
            .ShouldBe([75m, 25m, 0m]);

    [Fact]
    public void A_figure_of_the_centre_comes_before_the_general_one()
    {
        var exercise = Exercise(new MeasuredKey(Measure.HalfDaysDeclared), 90, Facts(Measure.HalfDaysDeclared, ("a", 9), ("b", 9), ("c", 9)));
        var own = new[] { ("a", 2m), ("b", 1m), ("c", 0m) }.Select(f => new MemberFact(f.Item1, Measure.HalfDaysDeclared, f.Item2, "psy"));

        Shares(exercise with { Facts = [.. exercise.Facts, .. own] }).ShouldBe([60m, 30m, 0m]);
    }

    [Fact]
    public void A_member_that_comes_in_July_counts_half_for_its_places_and_wholly_for_its_half_days()
    {
        var members = new[] { new Contributor("a", "a", Before), new Contributor("b", "b", new DateOnly(2026, 7, 2)) };
        CostExercise Of(Measure measure, AllocationKey key) => new()
        {
            Period = Year,
            Members = members,
            Centres = [Centre(key, 548)],
            Facts = Facts(measure, ("a", 10), ("b", 10)),
        };

        // 365 days and 183: 548 in all.
        Shares(Of(Measure.Places, new MeasuredKey(Measure.Places))).ShouldBe([365m, 183m]);
        Shares(Of(Measure.Places, new EqualKey())).ShouldBe([365m, 183m]);
        Shares(Of(Measure.HalfDaysWorked, new MeasuredKey(Measure.HalfDaysWorked))).ShouldBe([274m, 274m]);
    }

    [Fact]
    public void Only_subscribers_share_an_a_la_carte_service()
    {
        var exercise = Exercise(new EqualKey(), 100);
        exercise = exercise with { Centres = [exercise.Centres[0] with { Subscriptions = [new Presence("a", Before), new Presence("c", Before)] }] };

        var result = CostAllocation.Run(exercise, RoundingLedger.Empty);

        result.Statements.Select(s => s.Share).ShouldBe([Euros(50), Money.Zero, Euros(50)]);
        result.Statements[1].Lines.ShouldBeEmpty();
    }

    [Fact]
    public void Without_money_what_is_given_is_valued_and_charged_to_nobody()
    {
        var exercise = Exercise(new ZeroPriceKey(), 0);
        exercise = exercise with
        {
            Centres = [exercise.Centres[0] with { Items = [new CostItem("échange", CostNature.Wages, Euros(300), "b", Settlement.Given)] }],
        };

        var result = CostAllocation.Run(exercise, RoundingLedger.Empty);

        result.Due.ShouldBe(Money.Zero);
        result.Statements[1].Given.ShouldBe(Euros(300));
    }

    [Fact]
    public void A_key_says_its_name()
    {
        new CompositeKey([new KeyPart(60, new MeasuredKey(Measure.HalfDaysDeclared)), new KeyPart(40, new EqualKey())]).Name.ToString()
            .ShouldBe("60\u00A0% au prorata\u00A0: demi-journées déclarées + 40\u00A0% à parts égales");
        new CatalogueKey([]).Name.ToString().ShouldBe("catalogue de 0 ligne(s)");
    }
}
