using StaffPool.Domain.Calendar;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Replacements;
using StaffPool.Testing;

namespace StaffPool.Domain.Tests.Replacements;

/// <summary>
/// One ergotherapist, away, on two nursing homes in the first half of 2027: 129 working days, 258 half-days, of
/// which 129 are promised to the first and 43 to the second.
/// </summary>
public sealed class PoolDemandTests
{
    private static readonly Period HalfYear = Period.HalfYear(2027, 1);

    [Fact]
    public void Without_a_timetable_the_promise_is_lost_in_proportion_and_becomes_a_part_of_a_post()
    {
        var demand = DemandOf(Away(new(2027, 3, 1), new(2027, 3, 31))).ShouldHaveSingleItem();

        // March 2027 has 23 working days: 46 of 258 half-days; 129 × 46 ÷ 258 = 23, 43 × 46 ÷ 258 = 7.67.
        demand.Month.Start.ShouldBe(new DateOnly(2027, 3, 1));
        demand.Sites.Select(s => (s.Site.Id, s.HalfDays.Value)).ShouldBe([("a", 23m), ("b", 7.7m)]);
        // 30.7 × 3.5 h × 12 ÷ 1,607 h = 0.80.
        (demand.People, demand.HalfDays.Value, demand.FullTime.Value).ShouldBe((1, 30.7m, 0.80m));
        demand.Sites[0].HalfDays.Trace.ShouldHaveSingleItem().ToString().ShouldContain("129 demi-journées promises ÷ 258");
        demand.FullTime.Trace.ShouldHaveSingleItem().ToString().ShouldContain("0,8 équivalent temps plein");
    }

    [Fact]
    public void An_absence_over_two_months_is_split_between_them_and_goes_on_beyond_the_period_of_the_plan()
    {
        var demand = DemandOf(Away(new(2027, 6, 30), new(2027, 7, 1)), months: 8);

        demand.Select(d => (d.Month.Start.Month, d.HalfDays.Value)).ShouldBe([(6, 1.3m), (7, 1.3m)]);
    }

    [Fact]
    public void Half_days_with_a_date_are_counted_one_by_one_up_to_the_last_of_the_timetable()
    {
        var problem = Problem();
        var site = problem.Grouping.Sites[0];
        Engagement[] booked = [At(site, 1), At(site, 3), At(site, 8, DutyPart.Night), At(site, 15)];
        var absence = new ForecastAbsence(problem.Grouping.Professionals[0], [Span(new(2027, 3, 1), new(2027, 3, 12))], booked, [At(site, 3)]);

        var demand = Run([absence], problem).ShouldHaveSingleItem();

        // The morning of the 1st, and a night that weighs 600 ÷ 210 half-days; the 3rd is replaced, on the 15th they are back.
        demand.HalfDays.Value.ShouldBe(3.9m);
        demand.Sites.ShouldHaveSingleItem().Site.ShouldBe(site);
    }

    [Fact]
    public void Spans_that_overlap_count_once_and_what_is_replaced_is_taken_off()
    {
        var problem = Problem();
        var (who, site) = (problem.Grouping.Professionals[0], problem.Grouping.Sites[0]);
        var march = Span(new(2027, 3, 1), new(2027, 3, 31));
        var absence = new ForecastAbsence(who, [march, Span(new(2027, 3, 10), new(2027, 3, 20))], [], [At(site, 1), At(site, 2)]);

        var demand = Run([absence], problem).ShouldHaveSingleItem();

        demand.Sites.Single(s => s.Site == site).HalfDays.Value.ShouldBe(21);
    }

    [Fact]
    public void A_legal_floor_is_touched_where_what_is_left_of_the_plan_is_below_it()
    {
        // The law asks for 100 half-days a year on site a: 50 in the half-year, 8.9 in March. Nobody else is there.
        var touched = DemandOf(Away(new(2027, 3, 1), new(2027, 3, 31))).Single().Sites[0].Floor.ShouldNotBeNull();
        (touched.AtLeast, touched.Left).ShouldBe((8.9m, 0m));

        // With one week away 18 of 23 are left.
        DemandOf(Away(new(2027, 3, 1), new(2027, 3, 5))).Single().Sites.ShouldAllBe(s => s.Floor == null);
    }

    [Fact]
    public void A_site_that_is_closed_loses_nothing_and_nobody_away_asks_for_nothing()
    {
        DemandOf(Away(new(2027, 3, 6), new(2027, 3, 7))).ShouldBeEmpty();
        Run([], Problem()).ShouldBeEmpty();
    }

    private static ForecastAbsence Away(DateOnly from, DateOnly to) => new(Problem().Grouping.Professionals[0], [Span(from, to)], [], []);

    private static DutySpan Span(DateOnly from, DateOnly to) => new(new Duty(from, DutyPart.Morning), new Duty(to, DutyPart.Night));

    private static Engagement At(Members.Site site, int dayOfMarch, DutyPart part = DutyPart.Morning) => new(new Duty(new DateOnly(2027, 3, dayOfMarch), part), site);

    private static IReadOnlyList<PoolDemandMonth> DemandOf(ForecastAbsence absence, int months = 6) => Run([absence], Problem(), months);

    private static IReadOnlyList<PoolDemandMonth> Run(IReadOnlyList<ForecastAbsence> absences, AllocationProblem problem, int months = 6) =>
        PoolDemand.Of(new Period(HalfYear.Start, HalfYear.Start.AddMonths(months).AddDays(-1)), absences, problem, DutyHours.Usual);

    private static AllocationProblem Problem() => new ProblemBuilder().In(HalfYear)
        .Site("a").Site("b", 10).Profession("ergo")
        .Professional("p", "ergo", "a", 400)
        .Need("a", "ergo", 258).LegalMinimum("a/ergo", 100).Need("b", "ergo", 86)
        .InForce("p", "a/ergo", 129).InForce("p", "b/ergo", 43)
        .Build();
}
