using StaffPool.Domain.Governance;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;
using StaffPool.Testing;

namespace StaffPool.Domain.Tests.Planning;

/// <summary>Each rule alone forbids what it should and permits the rest.</summary>
public sealed class AllocationRuleTests
{
    [Fact]
    public void A_plan_within_every_rule_has_no_violation() =>
        Codes(Two().Build(), ("ann", "a/psy", 4), ("ann", "b/psy", 6)).ShouldBeEmpty();

    [Fact]
    public void A_professional_serves_only_the_own_profession()
    {
        var problem = Two().Profession("ergo").Need("a", "ergo", 10).Build();
        Codes(problem, ("ann", "a/ergo", 4)).ShouldBe(["planning.qualification"]);
    }

    [Fact]
    public void A_need_may_ask_for_a_qualification()
    {
        var problem = Base().Profession("psy").Professional("ann", "psy", "a", 10)
            .Professional("bob", "psy", "a", 10, p => p with { Qualifications = ["neuro"] })
            .Need("a", "psy", 10, n => n with { RequiredQualifications = ["neuro"] }).Build();
        Codes(problem, ("ann", "a/psy", 4)).ShouldBe(["planning.qualification"]);
        Codes(problem, ("bob", "a/psy", 4)).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_is_sent_where_they_refused_or_did_not_agree()
    {
        var builder = Base().Profession("psy").Need("b", "psy", 10);
        var b = builder.SiteOf("b");
        var a = builder.SiteOf("a");
        var problem = builder
            .Professional("refuses", "psy", "a", 10, p => p with { Consent = new Consent { Refused = [b] } })
            .Professional("elsewhere", "psy", "a", 10, p => p with { Consent = new Consent { Granted = [a] } })
            .Professional("transferred", "psy", "a", 10, p => p with
            {
                Consent = new Consent { Refused = [b], NotRequiredBecause = new LegalReference("CASF L.312-7") },
            })
            .Build();
        Codes(problem, ("refuses", "b/psy", 4)).ShouldBe(["planning.consent"]);
        Codes(problem, ("elsewhere", "b/psy", 4)).ShouldBe(["planning.consent"]);
        Codes(problem, ("transferred", "b/psy", 4)).ShouldBeEmpty();
    }

    [Fact]
    public void A_site_hosts_only_the_statuses_it_accepts()
    {
        var problem = new ProblemBuilder()
            .Site("a", also: s => s with { AcceptedStatuses = [EmploymentStatus.CivilServant] })
            .Profession("psy").Need("a", "psy", 10)
            .Professional("public", "psy", "a", 10)
            .Professional("private", "psy", "a", 10, p => p with { Status = EmploymentStatus.PrivateEmployee })
            .Build();
        Codes(problem, ("public", "a/psy", 4)).ShouldBeEmpty();
        Codes(problem, ("private", "a/psy", 4)).ShouldBe(["planning.status"]);
    }

    [Theory]
    [InlineData(LimitMode.Hard, 9, Severity.Blocking)]
    [InlineData(LimitMode.Soft, 9, Severity.Warning)]
    [InlineData(LimitMode.Hard, 10, null)]
    [InlineData(LimitMode.Waived, 1, null)]
    public void A_distance_from_the_base_is_hard_soft_or_waived(LimitMode mode, int kilometres, Severity? expected)
    {
        var problem = Two().Set(AgreementSettings.DistanceFromBase, new DistanceLimit(kilometres, mode)).Build();
        Check(problem, ("ann", "b/psy", 4)).Select(v => (Severity?)v.Severity).SingleOrDefault().ShouldBe(expected);
    }

    [Fact]
    public void A_distance_limit_can_be_lifted_for_one_professional_on_one_site()
    {
        var problem = Two().Set(AgreementSettings.DistanceFromBase, new DistanceLimit(5, LimitMode.Hard))
            .Professional("bob", "psy", "a", 10).Waive("ann", "b").Build();
        Codes(problem, ("ann", "b/psy", 4)).ShouldBeEmpty();
        Codes(problem, ("bob", "b/psy", 4)).ShouldBe(["planning.distance-from-base"]);
    }

    [Fact]
    public void A_site_far_from_the_seat_is_reported_once_whoever_goes_there()
    {
        var problem = Two().Set(AgreementSettings.DistanceFromSeat, new DistanceLimit(5, LimitMode.Soft))
            .Professional("bob", "psy", "a", 10).Build();
        Codes(problem, ("ann", "b/psy", 4), ("bob", "b/psy", 4)).ShouldBe(["planning.distance-from-seat"]);
    }

    [Fact]
    public void Two_sites_of_one_professional_are_not_too_far_apart()
    {
        var problem = Two().Set(AgreementSettings.DistanceBetweenSites, new DistanceLimit(5, LimitMode.Hard))
            .Professional("bob", "psy", "a", 10).Build();
        Codes(problem, ("ann", "a/psy", 4), ("ann", "b/psy", 4)).ShouldBe(["planning.distance-between-sites"]);
        Codes(problem, ("ann", "a/psy", 4), ("bob", "b/psy", 4)).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_is_planned_beyond_capacity()
    {
        Codes(Two().Build(), ("ann", "a/psy", 10), ("ann", "b/psy", 5)).ShouldBeEmpty();
        Codes(Two().Build(), ("ann", "a/psy", 10), ("ann", "b/psy", 6)).ShouldBe(["planning.capacity"]);
    }

    [Fact]
    public void A_professional_serves_at_most_the_allowed_sites_but_in_exempt_services()
    {
        ProblemBuilder OneSite(string? service) => Base().Profession("psy", service)
            .Professional("ann", "psy", "a", 20).Need("a", "psy", 10).Need("b", "psy", 10)
            .Set(AgreementSettings.MaxSitesPerProfessional, 1)
            .Set(AgreementSettings.ExemptServices, (IReadOnlyList<string>)["si"]);
        (string, string, int)[] both = [("ann", "a/psy", 4), ("ann", "b/psy", 4)];
        Codes(OneSite(null).Build(), both).ShouldBe(["planning.site-limit"]);
        Codes(OneSite("si").Build(), both).ShouldBeEmpty();
        Codes(OneSite(null).Set(AgreementSettings.BaseSiteCounts, false).Build(), both).ShouldBeEmpty();
    }

    [Fact]
    public void A_member_receives_no_more_than_it_declared() =>
        Codes(Two().Build(), ("ann", "a/psy", 11)).ShouldBe(["planning.need-exceeded"]);

    [Fact]
    public void A_member_receives_no_more_than_its_quota_over_all_professions()
    {
        var problem = new ProblemBuilder().Site("a", quotaPerYear: 10).Profession("psy").Profession("ergo")
            .Professional("ann", "psy", "a", 10).Professional("bob", "ergo", "a", 10)
            .Need("a", "psy", 10).Need("a", "ergo", 10).Build();
        Codes(problem, ("ann", "a/psy", 6), ("bob", "a/ergo", 4)).ShouldBeEmpty();
        Codes(problem, ("ann", "a/psy", 6), ("bob", "a/ergo", 5)).ShouldBe(["planning.member-quota"]);
    }

    [Fact]
    public void Nobody_travels_for_less_than_the_smallest_block_unless_the_need_is_smaller_or_asks_for_it()
    {
        var problem = Base().Site("c", 2).Profession("psy").Professional("ann", "psy", "a", 20)
            .Set(AgreementSettings.SmallestBlockPerYear, 6)
            .Need("a", "psy", 10).Need("b", "psy", 2).Need("c", "psy", 10, n => n with { AcceptsSmallBlocks = true }).Build();
        Codes(problem, ("ann", "a/psy", 5)).ShouldBe(["planning.block"]);
        Codes(problem, ("ann", "a/psy", 6), ("ann", "b/psy", 2), ("ann", "c/psy", 1)).ShouldBeEmpty();
    }

    [Fact]
    public void Pinned_cells_are_kept_and_may_be_smaller_than_a_block()
    {
        var problem = Two().Set(AgreementSettings.SmallestBlockPerYear, 6).Pin("ann", "a/psy", 2).Build();
        Codes(problem, ("ann", "a/psy", 2)).ShouldBeEmpty();
        Codes(problem, ("ann", "a/psy", 7)).ShouldBe(["planning.pin"]);
        Codes(problem).ShouldBe(["planning.pin"]);
    }

    [Fact]
    public void A_legal_minimum_not_reached_is_a_warning_with_its_text()
    {
        var problem = Two().LegalMinimum("a/psy", 5).Build();
        var violation = Check(problem, ("ann", "a/psy", 4)).ShouldHaveSingleItem();
        violation.Code.ShouldBe("planning.legal-minimum");
        violation.Severity.ShouldBe(Severity.Warning);
        violation.Message.ToString().ShouldContain("4 demi-journées prévues, sous le minimum légal de 5");
        Codes(problem, ("ann", "a/psy", 5)).ShouldBeEmpty();
    }

    [Fact]
    public void A_cell_stands_once_and_has_half_days()
    {
        Codes(Two().Build(), ("ann", "a/psy", 2), ("ann", "a/psy", 2)).ShouldBe(["planning.cell"]);
        Codes(Two().Build(), ("ann", "a/psy", 0)).ShouldBe(["planning.cell"]);
    }

    [Fact]
    public void A_cell_of_someone_unknown_is_reported_and_the_rest_is_still_checked()
    {
        var other = Base().Profession("psy").Professional("eve", "psy", "a", 5).Need("a", "psy", 3).Build();
        var problem = Two().Build();
        var plan = new AllocationPlan(problem.Period, [.. problem.Plan(("ann", "a/psy", 11)).Assignments, .. other.Plan(("eve", "a/psy", 3)).Assignments]);
        PlanChecker.Check(problem, plan).Select(v => v.Code).ShouldBe(["planning.foreign", "planning.need-exceeded"]);
    }

    [Fact]
    public void Every_violation_is_reported_and_blocking_ones_come_first()
    {
        var problem = Two().LegalMinimum("b/psy", 5).Build();
        Codes(problem, ("ann", "a/psy", 16)).ShouldBe(["planning.capacity", "planning.need-exceeded", "planning.legal-minimum"]);
    }

    [Fact]
    public void Pins_that_no_plan_can_keep_are_found_before_any_search()
    {
        PlanChecker.CheckPins(Two().Pin("ann", "a/psy", 9).Pin("ann", "b/psy", 9).Build())
            .Select(v => v.Code).ShouldBe(["planning.capacity"]);
        PlanChecker.CheckPins(Two().Pin("ann", "a/psy", 9).Pin("ann", "b/psy", 0).Build()).ShouldBeEmpty();
    }

    private static ProblemBuilder Base() => new ProblemBuilder().Site("a").Site("b", 10);

    private static ProblemBuilder Two() =>
        Base().Profession("psy").Professional("ann", "psy", "a", 15).Need("a", "psy", 10).Need("b", "psy", 10);

    private static IReadOnlyList<Violation> Check(AllocationProblem problem, params (string, string, int)[] cells) =>
        PlanChecker.Check(problem, problem.Plan(cells));

    private static IEnumerable<string> Codes(AllocationProblem problem, params (string, string, int)[] cells) =>
        Check(problem, cells).Select(v => v.Code);
}
