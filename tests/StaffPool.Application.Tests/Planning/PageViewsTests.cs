using StaffPool.Application.Planning;
using StaffPool.Domain.Planning;
using StaffPool.Testing;

namespace StaffPool.Application.Tests.Planning;

public sealed class PageViewsTests
{
    private static readonly AllocationProblem Problem = TinyPlan.Planned.Problem;

    [Fact]
    public void A_trip_gathers_the_people_of_one_profession_from_one_base() =>
        Trip.All(Problem, TinyPlan.Plan).ShouldBe(
        [
            new Trip(TinyPlan.Nesle, TinyPlan.Ham, TinyPlan.Psychologist, 1, 150, 12_400),
            new Trip(TinyPlan.Nesle, TinyPlan.Epehy, TinyPlan.Psychologist, 2, 100, 41_000),
            new Trip(TinyPlan.Nesle, TinyPlan.Epehy, TinyPlan.Dietician, 1, 10, 41_000),
        ]);

    [Fact]
    public void Trips_weighted_by_their_way_are_the_travel_of_the_plan() =>
        Trip.All(Problem, TinyPlan.Plan).Sum(t => t.HalfDays * t.Metres).ShouldBe(Travel.Of(Problem, TinyPlan.Plan).Metres);

    [Fact]
    public void Coverage_crosses_members_and_professions_and_leaves_out_what_nobody_asks()
    {
        var coverage = Coverage.All(Problem, TinyPlan.Plan);

        coverage.Count.ShouldBe(4);
        coverage[(TinyPlan.Association, TinyPlan.Dietician)].ShouldBe(new Coverage(30, 10, 20));
        coverage.Values.Sum(c => c.Asked).ShouldBe(NeedsServedByGroup.Whole(Problem, TinyPlan.Plan).Asked);
    }

    [Fact]
    public void Sites_add_up_to_the_whole()
    {
        var sites = NeedsServedByGroup.BySite(Problem, TinyPlan.Plan);

        sites.Select(s => s.Id).ShouldBe(["nesle", "ham", "epehy"]);
        sites.Sum(s => s.Served).ShouldBe(310);
    }

    [Fact]
    public void A_need_knows_who_serves_it_and_who_else_could()
    {
        var (dietician, psychologist) = (Of(1), Of(2));

        var anne = dietician.Serving.ShouldHaveSingleItem();
        (anne.Professional, anne.HalfDays, anne.Planned, anne.Sites, anne.OneWay.Metres).ShouldBe((TinyPlan.Anne, 10, 60, 2, 41_000));
        dietician.OutOfReach.ShouldBe(0);
        // A pin forbids Chloe to go to Ham.
        psychologist.AlsoInReach.ShouldBeEmpty();
        psychologist.OutOfReach.ShouldBe(1);
    }

    [Fact]
    public void Who_could_serve_a_need_is_told_by_the_time_left()
    {
        var plan = new AllocationPlan(TinyPlan.Plan.Period, []);

        var situation = NeedSituation.Of(Problem, plan, [NeedServed.All(Problem, plan)[3]]).Single();

        situation.AlsoInReach.Select(p => p.Professional).ShouldBe([TinyPlan.Bruno, TinyPlan.Chloe]);
        situation.AlsoInReach[0].Left.ShouldBe(Problem.CapacityOf(TinyPlan.Bruno));
    }

    private static NeedSituation Of(int need) =>
        NeedSituation.Of(Problem, TinyPlan.Plan, NeedServed.All(Problem, TinyPlan.Plan))[need];
}
