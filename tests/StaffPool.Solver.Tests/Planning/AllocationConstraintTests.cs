using StaffPool.Domain.Governance;
using StaffPool.Domain.Planning;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Planning.Constraints;
using StaffPool.Solver.Tests.Engines;
using StaffPool.Testing;

namespace StaffPool.Solver.Tests.Planning;

/// <summary>Each constraint, alone in a model, forbids what it should and permits the rest.</summary>
public sealed class AllocationConstraintTests(SharedEngines engines)
{
    [Fact]
    public async Task The_block_constraint_forbids_less_than_the_smallest_block()
    {
        var problem = Two().Set(AgreementSettings.SmallestBlockPerYear, 4).Build();
        (await Permits(new BlockConstraint(), problem, ("ann", "a/psy", 3))).ShouldBeFalse();
        (await Permits(new BlockConstraint(), problem, ("ann", "a/psy", 4), ("ann", "b/psy", 9))).ShouldBeTrue();
        (await Permits(new BlockConstraint(), problem)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_capacity_constraint_forbids_more_than_the_contract_gives()
    {
        (await Permits(new CapacityConstraint(), Two().Build(), ("ann", "a/psy", 10), ("ann", "b/psy", 3))).ShouldBeFalse();
        (await Permits(new CapacityConstraint(), Two().Build(), ("ann", "a/psy", 10), ("ann", "b/psy", 2))).ShouldBeTrue();
    }

    [Fact]
    public async Task The_need_constraint_forbids_more_than_was_declared()
    {
        var problem = Two().Professional("bob", "psy", "a", 12).Build();
        (await Permits(new NeedConstraint(), problem, ("ann", "a/psy", 6), ("bob", "a/psy", 5))).ShouldBeFalse();
        (await Permits(new NeedConstraint(), problem, ("ann", "a/psy", 6), ("bob", "a/psy", 4))).ShouldBeTrue();
    }

    [Fact]
    public async Task The_site_limit_forbids_one_site_too_many_but_in_exempt_services()
    {
        ProblemBuilder Limited(string? service) => Sites().Profession("psy", service)
            .Professional("ann", "psy", "a", 12).Need("a", "psy", 10).Need("b", "psy", 10)
            .Set(AgreementSettings.MaxSitesPerProfessional, 1)
            .Set(AgreementSettings.ExemptServices, (IReadOnlyList<string>)["si"]);
        (string, string, int)[] both = [("ann", "a/psy", 1), ("ann", "b/psy", 1)];
        (await Permits(new SiteLimitConstraint(), Limited(null).Build(), both)).ShouldBeFalse();
        (await Permits(new SiteLimitConstraint(), Limited(null).Build(), both[0])).ShouldBeTrue();
        (await Permits(new SiteLimitConstraint(), Limited("si").Build(), both)).ShouldBeTrue();
        (await Permits(new SiteLimitConstraint(), Limited(null).Set(AgreementSettings.BaseSiteCounts, false).Build(), both)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_distance_between_sites_forbids_two_far_sites_only_where_it_is_hard()
    {
        (string, string, int)[] both = [("ann", "a/psy", 1), ("ann", "b/psy", 1)];
        ProblemBuilder Within(int kilometres, LimitMode mode) =>
            Two().Set(AgreementSettings.DistanceBetweenSites, new DistanceLimit(kilometres, mode));
        (await Permits(new BetweenSitesConstraint(), Within(9, LimitMode.Hard).Build(), both)).ShouldBeFalse();
        (await Permits(new BetweenSitesConstraint(), Within(10, LimitMode.Hard).Build(), both)).ShouldBeTrue();
        (await Permits(new BetweenSitesConstraint(), Within(9, LimitMode.Soft).Build(), both)).ShouldBeTrue();
        (await Permits(new BetweenSitesConstraint(), Within(9, LimitMode.Hard).Waive("ann", "b").Build(), both)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_member_quota_forbids_one_half_day_too_many_over_all_professions()
    {
        var problem = new ProblemBuilder().Site("a", quotaPerYear: 7).Profession("psy").Profession("ergo")
            .Professional("ann", "psy", "a", 10).Professional("bob", "ergo", "a", 10)
            .Need("a", "psy", 10).Need("a", "ergo", 10).Build();
        (await Permits(new MemberQuotaConstraint(), problem, ("ann", "a/psy", 4), ("bob", "a/ergo", 4))).ShouldBeFalse();
        (await Permits(new MemberQuotaConstraint(), problem, ("ann", "a/psy", 4), ("bob", "a/ergo", 3))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_pinned_cell_takes_no_other_value_even_without_any_constraint()
    {
        var problem = Two().Pin("ann", "a/psy", 3).Pin("ann", "b/psy", 0).Build();
        (await Permits(null, problem, ("ann", "a/psy", 3))).ShouldBeTrue();
        (await Permits(null, problem, ("ann", "a/psy", 4))).ShouldBeFalse();
        problem.Reach.Cells.Select(c => c.Demand.Need.Id).ShouldBe(["a/psy"]);
    }

    [Fact]
    public void Every_constraint_says_the_same_thing_as_a_rule_of_the_checker() =>
        AllocationConstraints.All.Select(c => c.Code).ShouldBeSubsetOf(AllocationRules.All.Select(r => r.Code));

    private static ProblemBuilder Sites() => new ProblemBuilder().Site("a").Site("b", 10);

    private static ProblemBuilder Two() =>
        Sites().Profession("psy").Professional("ann", "psy", "a", 12).Need("a", "psy", 10).Need("b", "psy", 10);

    /// <summary>Whether a model with this one constraint accepts exactly this plan.</summary>
    private async Task<bool> Permits(IAllocationConstraint? constraint, AllocationProblem problem, params (string, string, int)[] cells)
    {
        var model = new AllocationModel(problem);
        constraint?.Apply(model);
        var plan = problem.Plan(cells);
        foreach (var cell in model.Cells)
        {
            var halfDays = plan.HalfDaysOf(cell.Cell.Professional, cell.Cell.Demand.Need);
            model.Builder.AddEqual(cell.HalfDays, halfDays);
            model.Builder.AddEqual(cell.Opened, halfDays > 0 ? 1 : 0);
        }

        var answer = await engines.Portable.SolveAsync(
            new SolveRequest(model.Builder.ToProto(), EngineKind.CpSat, new SolveLimits()), null, CancellationToken.None);
        answer.Failure.ShouldBeNull();
        return answer.Solution is not null;
    }
}
