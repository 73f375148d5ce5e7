using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Simulations;
using StaffPool.Domain.Simulations.Changes;
using StaffPool.Domain.Tests.Governance;

namespace StaffPool.Domain.Tests.Simulations;

/// <summary>The case of the site « M. »: a step of cost is taken, everyone pays for it, and there is no way back.</summary>
public sealed class ThresholdTests
{
    [Fact]
    public void A_step_is_borne_by_the_key_and_told_apart_from_the_new_split()
    {
        var outcome = Simulation.Run(
            Snapshots.Of(50, 30, 20).WithThreshold(110, 400, Snapshots.EndOfYear),
            [new CostFigureChanged("c", Measure.HalfDaysDeclared, 45)]);

        var crossing = outcome.Crossings.Single();
        (crossing.Before, crossing.After).ShouldBe((100, 125));
        outcome.Redistribution.Select(s => s.Amount.Value.Euros).ShouldBe([-100, -60, 160]);
        crossing.Surcharges.Select(s => s.Amount.Value.Euros).ShouldBe([160, 96, 144]);
        outcome.Members.Select(m => m.Due!.Difference.Value.Euros).ShouldBe([60, 36, 304]);
        outcome.Violations.Single(v => v.Code == "simulations.threshold-crossed").Message.ToString().ShouldBe(
            "Palier «\u00A0palier 110\u00A0» franchi (125, seuil 110)\u00A0: 400,00\u00A0€ de plus dans la période, engagés jusqu’au 31/12/2026.");
    }

    [Fact]
    public void The_limit_itself_is_the_step_and_one_below_is_not()
    {
        SimulationOutcome Reaching(decimal quantity) => Simulation.Run(
            Snapshots.Of(50, 30, 20).WithThreshold(110, 400), [new CostFigureChanged("c", Measure.HalfDaysDeclared, quantity)]);

        Reaching(29).Crossings.ShouldBeEmpty();
        Reaching(29).Redistribution.ShouldBeEmpty();
        Reaching(30).Crossings.Single().Surcharges.Sum(s => s.Amount.Value.Cents).ShouldBe(400_00);
        Reaching(30).Violations.ShouldContain(v => v.Message.ToString().EndsWith("sans retour prévu.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_step_that_was_taken_is_paid_on_both_sides_and_does_not_go_away()
    {
        var outcome = Simulation.Run(
            Snapshots.Of(50, 30, 20).WithThreshold(90, 400), [new CostFigureChanged("a", Measure.HalfDaysDeclared, 10)]);

        outcome.Crossings.ShouldBeEmpty();
        outcome.Members.Sum(m => m.Due!.Before.Value.Cents).ShouldBe(1_400_00);
        outcome.Members.Sum(m => m.Due!.After.Value.Cents).ShouldBe(1_400_00);
        outcome.Codes(Severity.Warning).ShouldContain("simulations.no-way-back");
    }

    [Fact]
    public void Falling_to_the_limit_itself_is_not_falling_below() => Simulation.Run(
            Snapshots.Of(50, 30, 20).WithThreshold(90, 400), [new CostFigureChanged("a", Measure.HalfDaysDeclared, 40)])
        .Codes(Severity.Warning).ShouldNotContain("simulations.no-way-back");

    [Fact]
    public void Going_back_in_a_second_simulation_leaves_the_costs_of_the_step()
    {
        var crossed = Simulation.Run(Snapshots.Of(50, 30, 20).WithThreshold(110, 400), [Snapshots.Join("d", 20)]).After.ShouldNotBeNull();

        var back = Simulation.Run(crossed, [Snapshots.Leave("d", CostsOfLeaver.Stop)]);

        back.Members.Sum(m => m.Due!.After.Value.Cents).ShouldBe(1_400_00);
        back.Codes(Severity.Warning).ShouldContain("simulations.no-way-back");
    }

    [Fact]
    public void A_step_that_cannot_be_looked_at_blocks()
    {
        var outcome = Simulation.Run(
            Snapshots.Of(50, 30, 20).WithExercise(e => e with { Centres = [e.Centres[0] with { Id = "autre" }] }).WithThreshold(90, 1), []);

        outcome.Codes(Severity.Blocking).ShouldBe(["simulations.threshold-without-data"]);
        outcome.Violations.Single(v => v.Severity == Severity.Blocking).Reference.ShouldBe(Rights.Clause);
    }
}
