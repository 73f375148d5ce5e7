using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Planning;
using StaffPool.Testing;

namespace StaffPool.Application.Tests.Planning;

public sealed class PlanComparisonTests
{
    private static readonly AllocationProblem Problem = TinyPlan.Scenario.ToProblem();

    [Fact]
    public void A_plan_does_not_differ_from_itself()
    {
        var same = Compare(TinyPlan.Plan);

        same.IsSamePlan.ShouldBeTrue();
        same.HalfDaysMoved.ShouldBe(0);
        same.Aims.ShouldAllBe(a => a.Change == 0);
        same.Members.Concat(same.Professions).ShouldAllBe(g => g.IsSame);
    }

    [Fact]
    public void What_changes_is_told_person_by_person_sites_left_first()
    {
        // Bruno leaves Épehy for more of Ham; Chloé and Anne keep what they had.
        var comparison = Compare(new AllocationPlan(
            TinyPlan.Plan.Period,
            [.. TinyPlan.Plan.Assignments.Where(a => a.Professional != TinyPlan.Bruno), new Assignment(TinyPlan.Bruno, TinyPlan.PsychologistAtHam, 140)]));

        var bruno = comparison.Disturbed.ShouldHaveSingleItem();
        bruno.Professional.ShouldBe(TinyPlan.Bruno);
        bruno.Cells.ShouldBe([new CellChange(TinyPlan.PsychologistAtEpehy, 60, 0), new CellChange(TinyPlan.PsychologistAtHam, 150, 140)]);
        bruno.HalfDaysMoved.ShouldBe(70);
        (bruno.MetresAfter - bruno.MetresBefore).ShouldBe((-60 * 41_000) + (-10 * 12_400));
        comparison.Whole.Served.ShouldBe(-70);
        comparison.Members.Where(m => !m.IsSame).Select(m => (m.Id, m.Served)).ShouldBe([("ch-nesle", -10), ("asso", -60)]);
        comparison.Professions.Where(p => !p.IsSame).ShouldHaveSingleItem().Id.ShouldBe("psychologue");
    }

    [Fact]
    public void The_half_days_moved_are_those_that_the_aims_count()
    {
        var after = new AllocationPlan(
            TinyPlan.Plan.Period, [new Assignment(TinyPlan.Anne, TinyPlan.DieticianAtNesle, 30), new Assignment(TinyPlan.Chloe, TinyPlan.PsychologistAtEpehy, 40)]);
        var replanned = (TinyPlan.Scenario with { PlanInForce = TinyPlan.Plan }).ToProblem();

        var comparison = Compare(after);

        comparison.HalfDaysMoved.ShouldBe((int)AllocationObjectives.HalfDaysMoved.Measure(replanned, after));
        comparison.Disturbed.Count.ShouldBe((int)AllocationObjectives.PeopleDisturbed.Measure(replanned, after));
    }

    [Fact]
    public void Someone_without_work_before_is_not_disturbed()
    {
        var before = new AllocationPlan(TinyPlan.Plan.Period, [.. TinyPlan.Plan.Assignments.Where(a => a.Professional != TinyPlan.Chloe)]);

        var comparison = PlanComparison.Of(new ComparedPlan(Problem, before), new ComparedPlan(Problem, TinyPlan.Plan));

        comparison.People.ShouldHaveSingleItem().WasPlanned.ShouldBeFalse();
        comparison.Disturbed.ShouldBeEmpty();
    }

    [Fact]
    public void A_member_who_leaves_takes_sites_needs_and_staff_with_it()
    {
        var scenario = TinyPlan.Scenario with { PlanInForce = TinyPlan.Plan };

        var without = new MemberLeaves(TinyPlan.Association).ApplyTo(scenario);

        without.Grouping.Needs.Select(n => n.Id).ShouldBe(["n1", "n3"]);
        without.Grouping.Sites.ShouldNotContain(TinyPlan.Epehy);
        without.PlanInForce!.Assignments.ShouldAllBe(a => a.Site != TinyPlan.Epehy);
        scenario.Grouping.Needs.Count.ShouldBe(4);
        var nobody = new MemberLeaves(TinyPlan.Hospital).ApplyTo(scenario);
        nobody.Grouping.Professionals.ShouldBeEmpty();
        nobody.Pins.ShouldBeEmpty();
    }

    [Fact]
    public void Two_problems_are_compared_on_what_each_asks()
    {
        var more = new NeedChange(TinyPlan.DieticianAtNesle with { Quantity = new NeedQuantity(140, NeedUnit.HalfDaysPerYear) })
            .ApplyTo(TinyPlan.Scenario).ToProblem();

        var comparison = PlanComparison.Of(new ComparedPlan(Problem, TinyPlan.Plan), new ComparedPlan(more, TinyPlan.Plan));

        comparison.IsSamePlan.ShouldBeTrue();
        comparison.Aims.Single(a => a.Objective == AllocationObjectives.UnmetNeeds).Change.ShouldBe(20);
        comparison.Whole.After.Asked.ShouldBe(comparison.Whole.Before.Asked + 20);
    }

    private static PlanComparison Compare(AllocationPlan after) =>
        PlanComparison.Of(new ComparedPlan(Problem, TinyPlan.Plan), new ComparedPlan(Problem, after));
}
