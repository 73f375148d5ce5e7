using System.Globalization;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Accounts;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Rules;
using static StaffPool.Domain.Tests.Costs.CostSamples;

namespace StaffPool.Domain.Tests.Costs;

public sealed class AccountsTests
{
    private static readonly LegalReference Resolution = new("Assemblée du 10 juin 2027, résolution n° 2");

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Calls_and_true_up_are_the_actual_cost_member_by_member(int seed)
    {
        var random = new Random(seed);
        var exercise = CostSamples.Random(random);
        var budget = CostAllocation.Run(exercise, RoundingLedger.Empty);
        var calls = ProvisionCalls.Schedule(budget, seed % 2 == 0 ? CallFrequency.Monthly : CallFrequency.Quarterly);
        var actual = CostAllocation.Run(
            exercise with
            {
                Centres = [.. exercise.Centres.Select(c => c with { Items = [.. c.Items, new CostItem("imprévu", CostNature.Purchases, new Money(random.Next(900_000)))] })],
            },
            RoundingLedger.Empty);

        var trueUp = TrueUp.Run(actual, calls);

        (calls.Sum(c => c.Amount.Value.Cents) + trueUp.Adjustment.Cents).ShouldBe(actual.Due.Cents);
        trueUp.Called.ShouldBe(budget.Due);
        trueUp.Lines.ShouldAllBe(l => l.Called + l.Adjustment.Value == l.Due);
        (trueUp.StillOwed.Sum(m => m.Amount.Cents) - trueUp.PaidInExcess.Sum(m => m.Amount.Cents)).ShouldBe(trueUp.Adjustment.Cents);
        calls.GroupBy(c => c.MemberId).ShouldAllBe(g => g.Count() == (seed % 2 == 0 ? 12 : 4)
            && g.Max(c => c.Amount.Value.Cents) - g.Min(c => c.Amount.Value.Cents) <= 1);
    }

    [Fact]
    public void Quarterly_calls_cover_the_year()
    {
        var calls = ProvisionCalls.Schedule(CostAllocation.Run(Exercise(new EqualKey(), 300.06m), RoundingLedger.Empty), CallFrequency.Quarterly)
            .Where(c => c.MemberId == "a").ToList();

        calls.Select(c => c.Period).ShouldBe(
        [
            new Period(new(2026, 1, 1), new(2026, 3, 31)), new Period(new(2026, 4, 1), new(2026, 6, 30)),
            new Period(new(2026, 7, 1), new(2026, 9, 30)), new Period(new(2026, 10, 1), new(2026, 12, 31)),
        ]);
        calls.Select(c => c.Amount.Value.Cents).ShouldBe([25_00, 25_01, 25_00, 25_01]);
        calls[1].Amount.Trace.ShouldHaveSingleItem().In(CultureInfo.GetCultureInfo("en-GB"))
            .ShouldBe("provision of 100.02\u00A0€ in 4 calls, call no. 2: 25.01\u00A0€");
    }

    [Fact]
    public void A_period_of_broken_months_has_no_calls()
    {
        var exercise = Exercise(new EqualKey(), 300) with { Period = new Period(new(2026, 1, 1), new(2026, 5, 31)) };
        var budget = CostAllocation.Run(exercise, RoundingLedger.Empty);

        Should.Throw<DomainException>(() => ProvisionCalls.Schedule(budget, CallFrequency.Quarterly));
        ProvisionCalls.Schedule(budget, CallFrequency.Monthly).Count.ShouldBe(15);
    }

    [Fact]
    public void Budget_and_actual_costs_stand_side_by_side_centre_by_centre()
    {
        var budget = Exercise(new EqualKey(), 300) with { Centres = [Centre(new EqualKey(), 300, "psy"), Centre(new EqualKey(), 50, "ergo")] };
        var actual = budget with { Centres = [Centre(new EqualKey(), 320, "psy"), Centre(new EqualKey(), 10, "paie")] };

        var lines = BudgetVariance.Of(budget, actual);

        lines.Select(l => (l.CentreId, l.Difference.Value.Euros)).ShouldBe([("ergo", -50m), ("paie", 10m), ("psy", 20m)]);
        lines[2].Difference.Trace[0].In(CultureInfo.GetCultureInfo("en-GB"))
            .ShouldBe("spent 320.00\u00A0€ − expected 300.00\u00A0€ = 20.00\u00A0€");
    }

    [Fact]
    public void A_call_to_a_stranger_is_not_trued_up()
    {
        var actual = CostAllocation.Run(Exercise(new EqualKey(), 300), RoundingLedger.Empty);
        ContributionCall[] calls = [new("x", Year.Start, Year, new Traced<Money>(Euros(1), []))];

        TrueUp.Assess(actual, calls).ShouldHaveSingleItem().Subjects.ShouldBe(["x"]);
        Should.Throw<DomainException>(() => TrueUp.Run(actual, calls));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_result_is_spent_to_the_cent_both_by_member_and_by_use(int seed)
    {
        var random = new Random(seed);
        var parts = Enumerable.Range(0, random.Next(1, 12)).Select(i => new MemberAmount($"m{i:00}", new Money(random.Next(500_000)))).ToList();
        var total = parts.Sum(p => p.Amount.Cents);
        var returned = random.NextInt64(total + 1);
        var invested = random.NextInt64(total - returned + 1);
        UseOfResult[] uses =
        [
            new(ResultUse.Returned, new Money(returned)),
            new(ResultUse.Invested, new Money(invested)),
            new(ResultUse.Carried, new Money(total - returned - invested)),
        ];

        var result = ResultDistribution.Run(Year, parts, isDeficit: false, new ResultAllocation(new(2027, 6, 10), Resolution, uses));

        parts.ShouldAllBe(p => result.Where(r => r.MemberId == p.MemberId).Sum(r => r.Amount.Value.Cents) == p.Amount.Cents);
        uses.ShouldAllBe(u => result.Where(r => r.Use == u.Use).Sum(r => r.Amount.Value.Cents) == u.Amount.Cents);
        result.ShouldAllBe(r => r.Amount.Value >= Money.Zero && r.Amount.Trace[0].ToString().Contains("résolution n° 2"));
    }

    [Fact]
    public void A_result_needs_a_decision_of_the_right_kind_for_its_whole()
    {
        MemberAmount[] parts = [new("a", Euros(100)), new("b", Euros(-1)), new("a", Euros(1))];
        var allocation = new ResultAllocation(
            new(2026, 12, 31), Resolution, [new UseOfResult(ResultUse.Called, Euros(60)), new UseOfResult(ResultUse.Carried, Euros(-10))]);

        ResultDistribution.Assess(Year, parts, isDeficit: false, allocation).Select(v => v.Code).ShouldBe(
        [
            "costs.result-negative-part", "costs.identifier-twice", "costs.result-negative-use", "costs.result-use-of-deficit",
            "costs.result-not-spent", "costs.result-not-decided",
        ]);
        ResultDistribution.Assess(Year, [new("a", Euros(5))], isDeficit: true, new ResultAllocation(new(2027, 6, 10), Resolution, [new(ResultUse.Returned, Euros(5))]))
            .ShouldHaveSingleItem().Code.ShouldBe("costs.result-use-of-surplus");
        Should.Throw<DomainException>(() => ResultDistribution.Run(Year, parts, isDeficit: false, allocation));
    }

    [Fact]
    public void A_deficit_is_called_taken_from_reserves_or_carried() =>
        ResultDistribution.Run(Year, [new("a", Euros(10)), new("b", Euros(20))], isDeficit: true, new ResultAllocation(
                new(2027, 6, 10), Resolution, [new(ResultUse.Called, Euros(15)), new(ResultUse.FromReserves, Euros(9)), new(ResultUse.Carried, Euros(6))]))
            .Select(r => r.Amount.Value.Euros).ShouldBe([5m, 10m, 3m, 6m, 2m, 4m]);

    [Fact]
    public void A_client_is_invoiced_apart_with_the_tax()
    {
        var invoice = new NonMemberInvoice("client", "Client", [new InvoiceLine("psychologue", 3, Euros(415.38m)), new InvoiceLine("trajet", 0, Euros(20.01m))]);

        invoice.BeforeTax.ShouldBe(Euros(435.39m));
        invoice.Vat(20).Value.ShouldBe(Euros(87.08m));
        invoice.Vat(20).Trace[0].In(CultureInfo.GetCultureInfo("en-GB"))
            .ShouldBe("435.39\u00A0€ before tax × 20 % = 87.08\u00A0€ of VAT, 522.47\u00A0€ in all");
    }

    [Fact]
    public void Non_members_stay_marginal()
    {
        NonMemberShare.Of(50, 1_000, 5).Warnings.ShouldBeEmpty();
        var (percent, warnings) = NonMemberShare.Of(51, 1_000, 5);

        percent.Value.ShouldBe(5.1m);
        warnings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);
        Should.Throw<DomainException>(() => NonMemberShare.Of(2, 1, 5));
    }

    [Fact]
    public void An_envelope_goes_down_to_the_members_month_by_month()
    {
        var months = Enumerable.Range(0, 12)
            .Select(m => new MonthlyNeeds(Year.Start.AddMonths(m), [new MemberQuantity("a", 1 + m), new MemberQuantity("b", 3), new MemberQuantity("c", 0)]))
            .ToList();

        var (amounts, _) = MonthlyRedistribution.Run("cpom", new Money(1_000_003), months, RoundingLedger.Empty);

        amounts.Sum(a => a.Amount.Value.Cents).ShouldBe(1_000_003);
        amounts.Where(a => a.MemberId == "c").ShouldAllBe(a => a.Amount.Value == Money.Zero);
        amounts[0].Amount.Value.Cents.ShouldBe(20_833); // 83,333 x 1 / 4
        Should.Throw<DomainException>(() => MonthlyRedistribution.Run("cpom", new Money(1), [], RoundingLedger.Empty));
        Should.Throw<DomainException>(() => MonthlyRedistribution.Run("cpom", new Money(1), [new MonthlyNeeds(Year.Start, [])], RoundingLedger.Empty));
    }
}
