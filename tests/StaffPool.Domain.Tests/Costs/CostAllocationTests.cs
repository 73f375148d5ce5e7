using System.Globalization;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Rules;
using static StaffPool.Domain.Tests.Costs.CostSamples;

namespace StaffPool.Domain.Tests.Costs;

public sealed class CostAllocationTests
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_shares_of_a_centre_add_up_to_its_net_cost_whatever_its_key(int seed)
    {
        var exercise = CostSamples.Random(new Random(seed));

        var result = CostAllocation.Run(exercise, RoundingLedger.Empty);

        foreach (var centre in exercise.Centres)
        {
            result.Statements.SelectMany(s => s.Lines).Where(l => l.CentreId == centre.Id).Sum(l => l.Share.Value.Cents)
                .ShouldBe(centre.Net.Cents, centre.Keys[0].Key.Name.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_owed_received_credited_and_given_is_all_that_was_spent(int seed)
    {
        var exercise = CostSamples.Random(new Random(seed));

        var result = CostAllocation.Run(exercise, RoundingLedger.Empty);

        (result.Due.Cents
            + result.Statements.Sum(s => s.Credited.Cents + s.Given.Cents)
            + exercise.Centres.Sum(c => c.Received.Cents)).ShouldBe(exercise.Centres.Sum(c => c.Gross.Cents));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_members_and_facts_changes_nothing(int seed)
    {
        var random = new Random(seed);
        var exercise = CostSamples.Random(random);
        var members = exercise.Members.ToArray();
        var facts = exercise.Facts.ToArray();
        random.Shuffle(members);
        random.Shuffle(facts);

        Amounts(exercise with { Members = members, Facts = facts }).ShouldBe(Amounts(exercise));
    }

    [Fact]
    public void Over_the_years_a_member_is_never_a_cent_away_in_any_centre()
    {
        var random = new Random(11);
        var exercise = CostSamples.Random(random);
        var ledger = RoundingLedger.Empty;
        for (var year = 0; year < 30; year++)
        {
            var centres = exercise.Centres.Select(c => c with
            {
                Items = [new CostItem("coût", CostNature.Wages, new Money(random.Next(20_000_000)))],
            });
            ledger = CostAllocation.Run(exercise with { Centres = [.. centres] }, ledger).Ledger;
        }

        ledger.Balances.ShouldNotBeEmpty();
        ledger.Balances.ShouldAllBe(b => Math.Abs(b.MicroCents) < RoundingLedger.MicroCentsPerCent);
    }

    [Fact]
    public void A_run_made_again_gives_the_same_result_and_the_next_year_another_odd_cent()
    {
        var exercise = Exercise(new EqualKey(), 100);
        var first = CostAllocation.Run(exercise, RoundingLedger.Empty);
        var second = CostAllocation.Run(exercise, first.Ledger);

        Shares(exercise).ShouldBe(first.Statements.Select(s => s.Share.Euros));
        first.Statements.Select(s => s.Share.Euros).ShouldBe([33.34m, 33.33m, 33.33m]);
        second.Statements.Select(s => s.Share.Euros).ShouldBe([33.33m, 33.34m, 33.33m]);
    }

    [Fact]
    public void Every_step_of_every_statement_reads_in_both_languages()
    {
        var result = CostAllocation.Run(CostSamples.Random(new Random(3)), RoundingLedger.Empty);

        foreach (var step in result.Statements.SelectMany(s => s.ExplainedDue.Trace))
        {
            step.ToString().ShouldNotBeEmpty();
            step.In(CultureInfo.GetCultureInfo("en-GB")).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void A_statement_explains_itself()
    {
        var exercise = Exercise(
            new MeasuredKey(Measure.HalfDaysDeclared), 3_210, Facts(Measure.HalfDaysDeclared, ("a", 12), ("b", 30), ("c", 42)));

        CostAllocation.Run(exercise, RoundingLedger.Empty).Statements[0].Lines[0].Share.Trace
            .Select(t => t.In(CultureInfo.GetCultureInfo("en-GB")))
            .ShouldBe(
            [
                "psy: 3,210.00\u00A0€ of costs − 0.00\u00A0€ received − 0.00\u00A0€ given = 3,210.00\u00A0€ to share",
                "12 half-days declared out of 84 × 3,210.00\u00A0€ = 458.5714\u00A0€",
                "exact share 458.5714\u00A0€, rounding carried 0 cent: 458.57\u00A0€ (to carry 0.142857 cent)",
            ]);
    }

    [Fact]
    public void Free_contributions_are_taken_off_at_actual_cost_and_employers_are_paid_back_apart()
    {
        var exercise = Exercise(new EqualKey(), 0);
        exercise = exercise with
        {
            Centres =
            [
                exercise.Centres[0] with
                {
                    Items =
                    [
                        new CostItem("salaires", CostNature.Wages, Euros(900), "a"),
                        new CostItem("local prêté", CostNature.Overhead, Euros(300), "b", Settlement.Credited),
                    ],
                    Receipts = [new Receipt("ARS", ReceiptNature.Subsidy, Euros(150))],
                },
            ],
        };

        var statements = CostAllocation.Run(exercise, RoundingLedger.Empty).Statements;

        statements.Select(s => s.Share).ShouldBe([Euros(350), Euros(350), Euros(350)]);
        statements.Select(s => s.Due).ShouldBe([Euros(350), Euros(50), Euros(350)]);
        statements[1].ExplainedDue.Trace[^1].In(CultureInfo.GetCultureInfo("en-GB"))
            .ShouldBe("shares of all centres 350.00\u00A0€ − contributions taken off 300.00\u00A0€ = 50.00\u00A0€ due");
        statements.Select(s => s.Reimbursed).ShouldBe([Euros(900), Money.Zero, Money.Zero]);
    }

    [Fact]
    public void A_subsidy_above_the_cost_is_a_credit_shared_like_it()
    {
        var exercise = Exercise(new EqualKey(), 100);
        exercise = exercise with
        {
            Centres = [exercise.Centres[0] with { Receipts = [new Receipt("ARS", ReceiptNature.Subsidy, Euros(200))] }],
        };

        Shares(exercise).Sum().ShouldBe(-100m);
    }

    [Fact]
    public void A_territory_of_three_hundred_members_is_shared_too()
    {
        var ids = Enumerable.Range(0, 300).Select(i => $"m{i:000}").ToArray();
        var exercise = new CostExercise
        {
            Period = Year,
            Members = Contributors(ids),
            Centres =
            [
                .. Enumerable.Range(0, 20).Select(c => Centre(
                    new CompositeKey([new KeyPart(60, new MeasuredKey(Measure.HalfDaysWorked)), new KeyPart(40, new EqualKey())]), 100_000, $"c{c:00}")),
            ],
            Facts = [.. from c in Enumerable.Range(0, 20) from id in ids select new MemberFact(id, Measure.HalfDaysWorked, id[^1] - '0' + c, $"c{c:00}")],
        };

        CostAllocation.Run(exercise, RoundingLedger.Empty).Share.ShouldBe(Euros(2_000_000));
    }

    [Fact]
    public void A_key_is_dated()
    {
        var exercise = Exercise(new EqualKey(), 90, Facts(Measure.Places, ("a", 1), ("b", 2), ("c", 6)));
        var centre = exercise.Centres[0] with
        {
            Keys =
            [
                new DatedKey(new DateOnly(2026, 1, 1), new MeasuredKey(Measure.Places), Convention),
                new DatedKey(Before, new EqualKey(), Convention),
                new DatedKey(new DateOnly(2027, 1, 1), new ZeroPriceKey(), Convention),
            ],
        };

        Shares(exercise with { Centres = [centre] }).ShouldBe([10m, 20m, 60m]);
        Shares(exercise with { Centres = [centre], Period = Domain.Calendar.Period.Year(2025) }).ShouldBe([30m, 30m, 30m]);
    }

    [Fact]
    public void What_cannot_be_shared_throws_its_first_problem() =>
        Should.Throw<DomainException>(() => CostAllocation.Run(Exercise(new MeasuredKey(Measure.Places), 10), RoundingLedger.Empty))
            .Text.ShouldNotBeNull().Key.ShouldBe("costs.key-without-data");

    private static List<(string, string, Money)> Amounts(CostExercise exercise) =>
        [.. CostAllocation.Run(exercise, RoundingLedger.Empty).Statements.SelectMany(s => s.Lines.Select(l => (s.MemberId, l.CentreId, l.Share.Value)))];
}
