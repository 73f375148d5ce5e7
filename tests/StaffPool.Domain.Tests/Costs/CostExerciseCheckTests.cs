using System.Globalization;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;
using static StaffPool.Domain.Tests.Costs.CostSamples;

namespace StaffPool.Domain.Tests.Costs;

public sealed class CostExerciseCheckTests
{
    [Fact]
    public void Every_problem_is_told_at_once()
    {
        var exercise = new CostExercise
        {
            Period = Year,
            Members = [.. Contributors("a", "b", "a"), new Contributor("late", "Late", new DateOnly(2026, 5, 1), new DateOnly(2026, 4, 1))],
            Centres =
            [
                Centre(new MeasuredKey(Measure.Places), 100, "no-data"),
                Centre(new MeasuredKey(Measure.Volume), 100, "zero"),
                Centre(new CompositeKey([new KeyPart(60, new EqualKey()), new KeyPart(30, new EqualKey())]), 100, "percent"),
                Centre(new DecidedKey([new MemberPercent("x", 110), new MemberPercent("a", -20)]), 100, "decided"),
                Centre(new ZeroPriceKey(), 100, "free"),
                Centre(new CapacityKey(Measure.Volume, 0, new EqualKey()), 100, "capacity"),
                Centre(new CatalogueKey([new ServiceLine("l", "L", new Money(-1))]), 100, "catalogue"),
                Centre(new EqualKey(), 0, "negative") with
                {
                    Items = [new CostItem("avoir", CostNature.Purchases, new Money(-5)), new CostItem("don", CostNature.Wages, new Money(5), null, Settlement.Given)],
                },
                Centre(new EqualKey(), 10, "alone") with
                {
                    Subscriptions = [new Presence("ghost", Before), new Presence("a", new DateOnly(2025, 3, 1), new DateOnly(2025, 2, 1))],
                },
                Centre(new EqualKey(), 10, "no-key") with { Keys = [new DatedKey(new DateOnly(2026, 7, 1), new EqualKey(), Convention)] },
            ],
            Facts = [.. Facts(Measure.Volume, ("a", 0), ("b", 0)), .. Facts(Measure.ActualHours, ("stranger", -1))],
            Orders = [new ServiceOrder("a", "l", -2)],
        };

        var violations = CostExerciseCheck.Assess(exercise);

        string[] expected =
        [
            "costs.identifier-twice", "costs.dates-reversed", "costs.negative", "costs.contribution-of-nobody", "costs.unknown-member",
            "costs.key-without-data", "costs.key-all-zero", "costs.key-percentages", "costs.key-unknown-member",
            "costs.key-negative-percent", "costs.zero-price-has-cost", "costs.key-capacity", "costs.key-negative-price",
            "costs.order-negative", "costs.nobody-takes-part", "costs.no-key", "costs.key-changes",
        ];
        violations.Select(v => v.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBe(expected.Order(StringComparer.Ordinal));
        violations.ShouldAllBe(v => v.Message.ToString().Length > 0 && v.Message.In(CultureInfo.GetCultureInfo("en-GB")).Length > 0);
        violations.Where(v => v.Code == "costs.unknown-member").SelectMany(v => v.Subjects)
            .ShouldBe(["ghost", "stranger"]);
    }

    [Fact]
    public void A_missing_figure_is_not_zero()
    {
        var facts = Facts(Measure.HalfDaysWorked, ("a", 10), ("b", 0));

        CostExerciseCheck.Assess(Exercise(new MeasuredKey(Measure.HalfDaysWorked), 100, facts))
            .ShouldHaveSingleItem().Subjects.ShouldBe(["psy", "c"]);
    }

    [Fact]
    public void What_no_key_would_read_is_told()
    {
        var catalogue = new CompositeKey([new KeyPart(100, new CatalogueKey([new ServiceLine("amp", "AMP", Euros(19.50m))]))]);
        var exercise = Exercise(catalogue, 39) with
        {
            Orders = [new ServiceOrder("a", "amp", 2), new ServiceOrder("b", "amp", 1), new ServiceOrder("a", "paie", 1)],
            Facts =
            [
                new MemberFact("b", Measure.Volume, 3, "psy"), new MemberFact("b", Measure.Places, 0, "psy"), new MemberFact("a", Measure.Volume, 3, "nowhere"),
            ],
        };
        exercise = exercise with { Centres = [exercise.Centres[0] with { Subscriptions = [new Presence("a", Before)] }] };

        var violations = CostExerciseCheck.Assess(exercise);

        violations.Select(v => v.Code).ShouldBe(["costs.not-subscribed", "costs.unknown-centre", "costs.not-subscribed", "costs.unknown-line"]);
        violations.ShouldAllBe(v => v.Message.ToString().Length > 0);
    }

    [Fact]
    public void A_centre_may_be_named_like_a_member() =>
        CostExerciseCheck.Assess(Exercise(new EqualKey(), 10) with { Centres = [Centre(new EqualKey(), 10, "a")] }).ShouldBeEmpty();

    [Fact]
    public void A_percentage_is_of_euros() =>
        CostExerciseCheck.Assess(Exercise(new PercentageKey(-1, Measure.Places), 100, Facts(Measure.Places, ("a", 10), ("b", 5), ("c", 1))))
            .Select(v => v.Code).ShouldBe(["costs.key-negative-percent", "costs.key-percentage-measure"]);

    [Fact]
    public void A_negative_figure_is_told() =>
        CostExerciseCheck.Assess(Exercise(
                new PercentageKey(1, Measure.GrossOperatingBudget), 100, Facts(Measure.GrossOperatingBudget, ("a", -10), ("b", 0), ("c", 100))))
            .ShouldHaveSingleItem().Code.ShouldBe("costs.key-negative-data");

    [Fact]
    public void Nothing_to_share_needs_no_weights() =>
        CostExerciseCheck.Assess(Exercise(new MeasuredKey(Measure.Volume), 0, Facts(Measure.Volume, ("a", 0), ("b", 0), ("c", 0)))).ShouldBeEmpty();

    [Fact]
    public void Prices_of_zero_leave_nothing_to_share_by() =>
        CostExerciseCheck.Assess(Exercise(new FixedFeeKey(Money.Zero), 100)).ShouldHaveSingleItem().Code.ShouldBe("costs.key-all-zero");

    [Fact]
    public void The_violation_of_a_key_refers_to_the_clause_that_set_it() =>
        CostExerciseCheck.Assess(Exercise(new MeasuredKey(Measure.Volume), 10)).ShouldAllBe(v => v.Reference == Convention);

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void A_sound_exercise_has_no_violation(int seed) =>
        CostExerciseCheck.Assess(CostSamples.Random(new Random(seed))).ShouldBeEmpty();
}
