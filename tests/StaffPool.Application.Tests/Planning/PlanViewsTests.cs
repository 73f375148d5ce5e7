using StaffPool.Application.Planning;
using StaffPool.Domain.Planning;
using StaffPool.Testing;

namespace StaffPool.Application.Tests.Planning;

public sealed class PlanViewsTests
{
    private static readonly AllocationProblem Problem = TinyPlan.Planned.Problem;
    private static readonly AllocationPlan Plan = TinyPlan.Plan;

    [Fact]
    public void Every_need_shows_what_it_asked_and_got()
    {
        var needs = NeedServed.All(Problem, Plan);

        needs.Select(n => (n.Demand.Need.Id, n.Asked, n.Served, n.Unmet)).ShouldBe(
            [("n1", 50, 50, 0), ("n2", 30, 10, 20), ("n3", 150, 150, 0), ("n4", 100, 100, 0)]);
        needs[1].Share.ShouldBe(10m / 30);
    }

    [Fact]
    public void Sums_by_member_and_by_profession_are_the_same_whole()
    {
        var members = NeedsServedByGroup.ByMember(Problem, Plan);
        var professions = NeedsServedByGroup.ByProfession(Problem, Plan);
        var whole = NeedsServedByGroup.Whole(Problem, Plan);

        members.Select(m => (m.Id, m.Asked, m.Served)).ShouldBe([("ch-nesle", 200, 200), ("asso", 130, 110)]);
        professions.Select(p => (p.Id, p.Asked, p.Served)).ShouldBe([("dieteticien", 80, 60), ("psychologue", 250, 250)]);
        (whole.Asked, whole.Served, whole.Unmet).ShouldBe((330, 310, 20));
        members.Sum(m => m.Served).ShouldBe(whole.Served);
        professions.Sum(p => p.Served).ShouldBe(whole.Served);
    }

    [Fact]
    public void What_one_site_gets_too_much_does_not_hide_what_another_lacks()
    {
        var plan = new AllocationPlan(Plan.Period, [new Assignment(TinyPlan.Anne, TinyPlan.DieticianAtNesle, 80)]);

        NeedsServedByGroup.ByProfession(Problem, plan)[0].Unmet.ShouldBe(30);
    }

    [Fact]
    public void Unmet_needs_come_largest_first()
    {
        var plan = new AllocationPlan(Plan.Period, []);

        UnmetNeeds.Of(Problem, plan).Select(n => n.Demand.Need.Id).ShouldBe(["n3", "n4", "n1", "n2"]);
        UnmetNeeds.Of(Problem, Plan).Select(n => n.Unmet).ShouldBe([20]);
    }

    [Fact]
    public void A_day_of_two_half_days_is_one_round_trip()
    {
        var bruno = WhoGoesWhere.All(Problem, Plan)[1];

        bruno.Visits.Select(v => (v.Site.Id, v.HalfDays, v.Metres)).ShouldBe(
            [("ham", 150, 150 * 12_400L), ("epehy", 60, 60 * 41_000L)]);
        bruno.HalfDays.ShouldBe(210);
        bruno.Capacity.ShouldBe(229);
        bruno.Load.ShouldBe(210m / 229);
    }

    [Fact]
    public void Travel_is_the_sum_over_the_people_and_nobody_travels_to_the_base()
    {
        var travel = Travel.Of(Problem, Plan);

        travel.Metres.ShouldBe((10 * 41_000L) + (150 * 12_400L) + (60 * 41_000L) + (40 * 41_000L));
        travel.ByProfessional.Select(p => p.Professional.Id).ShouldBe(["bruno", "chloe", "anne"]);
    }

    [Fact]
    public void Two_needs_of_one_site_are_one_visit()
    {
        var plan = new AllocationPlan(
            Plan.Period,
            [new Assignment(TinyPlan.Anne, TinyPlan.DieticianAtEpehy, 4), new Assignment(TinyPlan.Anne, TinyPlan.PsychologistAtEpehy, 6)]);

        WhoGoesWhere.All(Problem, plan)[0].Visits.ShouldHaveSingleItem().HalfDays.ShouldBe(10);
    }

    [Fact]
    public void Sites_beyond_the_radius_are_named_with_what_goes_there()
    {
        SiteBeyondRadius.All(Problem, Plan).Select(s => (s.Site.Id, s.FromSeat.Metres, s.HalfDays)).ShouldBe([("epehy", 31_800L, 110)]);
    }
}
