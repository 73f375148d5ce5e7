using System.Globalization;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Costs.Staff;
using StaffPool.Domain.Rules;
using static StaffPool.Domain.Tests.Costs.CostSamples;

namespace StaffPool.Domain.Tests.Costs;

public sealed class StaffCostTests
{
    private static readonly ProfessionalCost Psychologist = new("psy-1", "a", new Money(3_000_001), new Money(1_260_000), new Money(123_45));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Each_component_adds_up_to_its_cost_by_actual_time(int seed)
    {
        var random = new Random(seed);
        var cost = new ProfessionalCost("p", "h0", new Money(random.Next(5_000_000)), new Money(random.Next(2_000_000)), new Money(random.Next(90_000)));
        var times = Enumerable.Range(0, random.Next(1, 8)).Select(i => new HostTime($"h{i}", random.Next(1, 800) / 4m)).ToList();

        var (lines, _) = EmployerReimbursement.Run(cost, times, RoundingLedger.Empty);

        lines.Sum(l => l.Wages.Value.Cents).ShouldBe(cost.Wages.Cents);
        lines.Sum(l => l.SocialCharges.Value.Cents).ShouldBe(cost.SocialCharges.Cents);
        lines.Sum(l => l.Expenses.Value.Cents).ShouldBe(cost.Expenses.Cents);
        EmployerReimbursement.Run(cost, [.. times.AsEnumerable().Reverse()], RoundingLedger.Empty).Lines
            .Select(l => l.Total).ShouldBe(lines.Select(l => l.Total));
    }

    [Fact]
    public void A_line_shows_its_time()
    {
        var (lines, _) = EmployerReimbursement.Run(Psychologist, [new("b", 500), new("a", 1_000)], RoundingLedger.Empty);

        lines.Select(l => l.HostId).ShouldBe(["a", "b"]);
        lines[1].SocialCharges.Trace.ShouldHaveSingleItem().ToString()
            .ShouldBe("charges sociales 12\u202F600,00\u00A0€ × 500 h sur 1500 h = 4\u202F200,00\u00A0€");
        lines[1].Total.ShouldBe(new Money(1_000_000 + 420_000 + 41_15));
    }

    [Fact]
    public void A_post_shared_by_a_key_is_paid_back_to_its_employer()
    {
        var exercise = Exercise(new EqualKey(), 0);
        exercise = exercise with { Centres = [exercise.Centres[0] with { Items = Psychologist.ToItems() }] };

        var result = CostAllocation.Run(exercise, RoundingLedger.Empty);

        result.Statements[0].Reimbursed.ShouldBe(new Money(3_000_001 + 1_260_000 + 123_45));
        result.Due.ShouldBe(result.Statements[0].Reimbursed);
    }

    [Fact]
    public void A_cent_more_than_the_cost_is_not_invoiced()
    {
        var (lines, _) = EmployerReimbursement.Run(Psychologist, [new("a", 1_000), new("b", 500)], RoundingLedger.Empty);
        var right = new InvoicedLending("psy-1", "b", lines[1].Total);

        EmployerReimbursement.AssessInvoices(lines, [right]).ShouldBeEmpty();
        EmployerReimbursement.AssessInvoices(lines, [right with { Amount = right.Amount + new Money(1) }, right with { HostId = "c" }])
            .Select(v => v.Code).ShouldBe(["costs.lending-not-at-cost", "costs.lending-not-at-cost"]);
        EmployerReimbursement.AssessInvoices(lines, []).ShouldHaveSingleItem().Reference!.Citation.ShouldContain("L.8241-2");
    }

    [Fact]
    public void What_cannot_be_lent_at_cost_is_told_at_once()
    {
        var cost = Psychologist with { Wages = new Money(-1) };

        EmployerReimbursement.Assess(cost, [new("b", -2), new("b", 1)]).Select(v => v.Code).ShouldBe(
            ["costs.lending-negative", "costs.lending-negative-time", "costs.lending-host-twice", "costs.lending-no-time"]);
        Should.Throw<DomainException>(() => EmployerReimbursement.Run(cost, [], RoundingLedger.Empty));
    }

    [Theory]
    [InlineData(0, 1_000, 320_00)]
    [InlineData(1_500, 1_000, 360_00)] // 500 x 0.32 + 500 x 0.40
    [InlineData(0, 12_000, 4_300_00)] // 2,000 x 0.32 + 8,000 x 0.40 + 2,000 x 0.23
    [InlineData(9_999.5, 1, 32)] // half a kilometre of each: 0.20 + 0.115
    public void Kilometres_are_repaid_by_bands_of_the_year(double before, int kilometres, int cents) =>
        MileageTable.Public2022.Repay(VehicleClass.CarUpTo5Cv, (decimal)before, kilometres).Value.ShouldBe(new Money(cents));

    [Fact]
    public void Trips_repaid_one_by_one_add_up_to_the_year()
    {
        var random = new Random(5);
        foreach (var vehicle in Enum.GetValues<VehicleClass>())
        {
            var driven = 0m;
            var repaid = Money.Zero;
            for (var trip = 0; trip < 300; trip++)
            {
                var kilometres = random.Next(1, 900) / 10m;
                repaid += MileageTable.Public2022.Repay(vehicle, driven, kilometres).Value;
                driven += kilometres;
            }

            MileageTable.Public2022.Repay(vehicle, 0, driven).Value.ShouldBe(repaid);
        }
    }

    [Fact]
    public void Kilometres_say_their_table()
    {
        var steps = MileageTable.Public2022.Repay(VehicleClass.CarUpTo5Cv, 1_500, 1_000).Trace.Select(t => t.In(CultureInfo.GetCultureInfo("en-GB")));

        steps.ShouldBe(
        [
            "500 km × 0.32\u00A0€ = 160.00\u00A0€",
            "500 km × 0.40\u00A0€ = 200.00\u00A0€",
            "1,500 km since 1 January, repayment 360.00\u00A0€ (table of 2022-01-01, Arrêté du 14 mars 2022)",
        ]);
        Should.Throw<DomainException>(() => MileageTable.Public2022.Repay(VehicleClass.CarUpTo5Cv, 0, -1));
    }

    [Theory]
    [InlineData(0.5, 1, 0)]
    [InlineData(1, 1, 250)]
    [InlineData(1.5, 1, 450)]
    [InlineData(3, 1, 450)]
    [InlineData(3.5, 1, 700)]
    [InlineData(4, 1, 700)]
    [InlineData(4, 2, 1_000)]
    [InlineData(4.5, 1, 1_000)]
    public void The_bonus_follows_trips_and_structures(double trips, int structures, int euros)
    {
        var table = MultiSiteBonusTable.TerritorialPractice2020 with { Professions = ["medecin"] };

        table.For("medecin", (decimal)trips, structures).Value.ShouldBe(Euros(euros));
        table.For("psychologue", (decimal)trips, structures).Value.ShouldBe(Money.Zero);
        MultiSiteBonusTable.TerritorialPractice2020.For("medecin", (decimal)trips, structures).Value.ShouldBe(Money.Zero);
    }

    [Fact]
    public void Nights_take_a_part_of_the_pay_and_Sundays_a_flat_amount()
    {
        var surcharge = SurchargeTable.PublicHospital2024.For(
            27_300m / 1_820, [new SpecialHours(HourKind.Night, 9), new SpecialHours(HourKind.Sunday, 8), new SpecialHours(HourKind.PublicHoliday, 4)]);

        // 9 x 15 x 25 % + 60 + 30.
        surcharge.Value.ShouldBe(Euros(123.75m));
        surcharge.Trace.Count.ShouldBe(4);
        surcharge.Trace.ShouldAllBe(t => t.ToString().Length > 0);
        Should.Throw<DomainException>(() => SurchargeTable.PublicHospital2024.For(1, [new SpecialHours(HourKind.Night, -1)]));
    }

    [Fact]
    public void The_table_in_force_is_the_latest_that_has_begun()
    {
        var next = MileageTable.Public2022 with { EffectiveFrom = new DateOnly(2026, 1, 1) };

        new[] { next, MileageTable.Public2022 }.InForce(new DateOnly(2025, 12, 31)).ShouldBe(MileageTable.Public2022);
        new[] { next, MileageTable.Public2022 }.InForce(new DateOnly(2026, 1, 1)).ShouldBe(next);
        new[] { next }.InForce(new DateOnly(2020, 1, 1)).ShouldBeNull();
    }
}
