using StaffPool.Application.Costs;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Accounts;
using StaffPool.Domain.Costs.Analysis;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Costs.Staff;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Tests.Costs;

public sealed class CostReportTests
{
    private static readonly LegalReference Resolution = new("Résolution n° 2");

    private static readonly CostScenario Scenario = new() { Exercise = Exercise(1_001_00), Budget = Exercise(1_200_00) };

    [Fact]
    public void Calls_and_true_up_are_the_actual_cost()
    {
        var report = CostReport.Of(Scenario);

        report.Findings.ShouldBeEmpty();
        Value(report, "calls", "a", "2026-04-01").ShouldBe(new Money(150_00));
        Value(report, "calls", "total", "total").ShouldBe(new Money(1_200_00));
        Value(report, "true-up", "a", "adjustment").ShouldBe(new Money(-99_50));
        Value(report, "variance", "psy", "difference").ShouldBe(new Money(-199_00));
        Value(report, "due", "total", "due").ShouldBe(new Money(1_001_00));
    }

    [Fact]
    public void A_surplus_of_the_true_up_goes_back_to_those_who_paid_it()
    {
        var allocation = new ResultAllocation(new(2027, 5, 12), Resolution, [new(ResultUse.Returned, new Money(99_00)), new(ResultUse.Invested, new Money(100_00))]);

        var report = CostReport.Of(Scenario with { Result = new ResultDecision(allocation, null, false) });

        report.Findings.ShouldBeEmpty();
        Value(report, "result", "b", "returned").ShouldBe(new Money(49_50));
        Value(report, "result", "total", "invested").ShouldBe(new Money(100_00));
    }

    [Fact]
    public void A_result_that_is_not_all_used_is_a_finding_and_moves_nothing()
    {
        var allocation = new ResultAllocation(new(2026, 5, 12), Resolution, [new(ResultUse.Returned, new Money(5_00))]);

        var report = CostReport.Of(Scenario with { Result = new ResultDecision(allocation, [new("a", new Money(6_00))], false) });

        report.Findings.Select(f => f.Code).ShouldBe(["costs.result-not-spent", "costs.result-not-decided"]);
        report.Tables.ShouldNotContain(t => t.Id == "result");
    }

    [Fact]
    public void Costs_that_cannot_be_shared_are_findings_and_the_rest_is_computed()
    {
        var exercise = Exercise(1_000_00) with { Facts = [new("a", Measure.Places, 3)] };
        var centre = exercise.Centres[0];

        var report = CostReport.Of(new CostScenario
        {
            Exercise = exercise with { Centres = [centre with { Keys = [centre.Keys[0] with { Key = new MeasuredKey(Measure.Places) }] }] },
            NonMembers = new NonMemberActivity([new("clinique", "Clinique", [new("Visites", 10, new Money(300_00))])], 100),
        });

        report.Findings.Select(f => f.Code).ShouldBe(["costs.key-without-data", "costs.non-members-not-marginal"]);
        report.Tables.Select(t => t.Id).ShouldBe(["invoices", "non-members"]);
        Value(report, "invoices", "clinique", "vat").ShouldBe(new Money(60_00));
        Value(report, "non-members", "clients", "percent").ShouldBe(10m);
    }

    [Fact]
    public void A_year_of_broken_months_has_no_calls()
    {
        var period = new Period(new(2026, 1, 1), new(2026, 4, 30));

        var report = CostReport.Of(new CostScenario
        {
            Exercise = Exercise(100_00) with { Period = period },
            Budget = Exercise(100_00) with { Period = period },
        });

        report.Findings.ShouldHaveSingleItem().Code.ShouldBe("costs.calls-period");
        report.Tables.ShouldNotContain(t => t.Id == "true-up");
    }

    [Fact]
    public void Absences_feed_the_half_days_to_bill()
    {
        var exercise = Exercise(900_00);
        var centre = exercise.Centres[0];

        var report = CostReport.Of(new CostScenario
        {
            Exercise = exercise with { Centres = [centre with { Keys = [centre.Keys[0] with { Key = new MeasuredKey(Measure.HalfDaysBilled) }] }] },
            Absences = [new("a", "b", 40, 10), new("b", "b", 60, 0)],
        });

        Value(report, "absences", "a", "half-days-billed").ShouldBe(30m);
        Value(report, "due", "a", "due").ShouldBe(new Money(300_00));
    }

    [Fact]
    public void Employers_are_repaid_at_cost_in_three_components()
    {
        var cost = new ProfessionalCost("psy-1", "a", new Money(1_000_00), new Money(400_00), new Money(9_00));

        var report = CostReport.Of(Scenario with
        {
            Staff = new StaffCosts
            {
                Reimbursements = [new(cost, [new("a", 2), new("b", 1)], [new("psy-1", "b", new Money(500_00))])],
                Trips = [new("trajet", MileageTable.Public2022, VehicleClass.CarUpTo5Cv, 1_990, 20)],
                Surcharges = [new("nuit", SurchargeTable.PublicHospital2024, 20, [new(HourKind.Night, 8), new(HourKind.Sunday, 8)])],
            },
        });

        Value(report, "reimbursement", "psy-1/b", "wages").ShouldBe(new Money(333_33));
        Value(report, "reimbursement", "psy-1/b", "total").ShouldBe(new Money(469_66));
        Label(report, "reimbursement", "psy-1/a").ShouldEndWith("son employeur");
        Label(report, "reimbursement", "psy-1/b").ShouldContain("à rembourser à");
        Value(report, "mileage", "trajet", "amount").ShouldBe(new Money(7_20));
        Value(report, "surcharges", "nuit", "amount").ShouldBe(new Money(100_00));
        var finding = report.Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe("costs.lending-not-at-cost");
        finding.Message.ToString().ShouldStartWith($"psy-1 chez {Scenario.Exercise.Members.Single(m => m.MemberId == "b").Name}");
    }

    [Fact]
    public void A_loan_without_anything_shared_has_no_table_of_shares()
    {
        var cost = new ProfessionalCost("psy-1", "a", new Money(1_000_00), Money.Zero, Money.Zero);

        var report = CostReport.Of(new CostScenario
        {
            Exercise = Exercise(1_000_00) with { Centres = [] },
            Staff = new StaffCosts { Reimbursements = [new(cost, [new("a", 2), new("b", 1)], [])] },
        });

        report.Findings.ShouldBeEmpty();
        report.Tables.Select(t => t.Id).ShouldBe(["reimbursement"]);
    }

    [Fact]
    public void Every_analysis_has_its_table()
    {
        var report = CostReport.Of(Scenario with
        {
            Exchanges = [new Exchange("a", "b", "psychologue", 4, new Money(800_00))],
            Years = [new(2024, "a", new Money(300_00), 1), new(2025, "a", new Money(300_00), 1), new(2026, "b", new Money(300_00), 4)],
            Compared =
            [
                new(new MemberCosts("a", 10, Money.Zero, [new(HiddenCostKind.Travel, new Money(50_00))], [new(AlternativeKind.Alone, new Money(400_00))], Money.Zero, 1_000), true),
            ],
            Redistributions = [new("ars", new Money(100_00), [new(new(2026, 1, 1), [new("a", 3), new("b", 1)]), new(new(2026, 2, 1), [new("a", 1), new("b", 1)])])],
        });

        Value(report, "reciprocity", "b/psychologue", "half-days").ShouldBe(-4m);
        Value(report, "fairness", "a", "gap-points").ShouldBe(33.33m);
        Value(report, "comparison", "a", "full-cost").ShouldBe(new Money(550_50));
        Value(report, "comparison", "a", "per-half-day").ShouldBe(55.05m);
        Value(report, "redistributions", "ars/a", "total").ShouldBe(new Money(62_50));
        report.Findings.Select(f => f.Code).ShouldBe(
            ["costs.alone-is-cheaper", "costs.daily-tariff-rises", "costs.lasting-imbalance", "costs.lasting-imbalance"], ignoreOrder: true);
    }

    [Fact]
    public void Credits_in_hours_are_held_against_the_orders_of_their_centre()
    {
        var catalogue = new CatalogueKey([new ServiceLine("amp", "AMP", new Money(19_50))]);
        var exercise = Exercise(195_00);
        var report = CostReport.Of(Scenario with
        {
            Exercise = exercise with
            {
                Centres = [exercise.Centres[0] with { Keys = [new DatedKey(new(2020, 1, 1), catalogue, new LegalReference("Convention"))] }],
                Orders = [new("a", "amp", 6), new("a", "amp", 4), new("b", "amp", 2)],
            },
            Budget = null,
            GrantedHours = [new("psy", [new("a", 8), new("b", 5)])],
        });

        Value(report, "hours", "psy/a", "hours-left").ShouldBe(-2m);
        Value(report, "hours", "psy/total", "hours-taken").ShouldBe(12m);
        Value(report, "hours", "psy/total", "hours-left").ShouldBe(1m);
        report.Findings.ShouldHaveSingleItem().Message.ToString()
            .ShouldBe("Membre A\u00A0: 10 h de remplacement pour 8 h de crédit, 2 h de trop.");
    }

    private static CostExercise Exercise(long cents) => new()
    {
        Period = Period.Year(2026),
        Members = [new("a", "Membre A", new(2020, 1, 1)), new("b", "Membre B", new(2020, 1, 1))],
        Centres =
        [
            new CostCentre
            {
                Id = "psy",
                Name = "Psychologues",
                Keys = [new DatedKey(new(2020, 1, 1), new EqualKey(), new LegalReference("Convention"))],
                Items = [new CostItem("Salaires", CostNature.Wages, new Money(cents))],
            },
        ],
    };

    private static string Label(ReportSection report, string table, string row) =>
        report.Tables.Single(t => t.Id == table).Rows.Single(r => r.Id == row).Label.ToString()!;

    private static object Value(ReportSection report, string table, string row, string column)
    {
        var found = report.Tables.Single(t => t.Id == table);
        return found.Rows.Single(r => r.Id == row).Figures[found.Columns.Select(c => c.Id).ToList().IndexOf(column)]!.Value;
    }
}
