using StaffPool.Application.Planning;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Planning.Explanations;
using StaffPool.Solver.Planning.Explanations;

namespace StaffPool.Testing;

/// <summary>
/// What the tiny plan leaves unmet, explained: the funnel is computed, what the changes give is written by hand.
/// </summary>
public static class TinyExplanation
{
    private static readonly AllocationProblem Problem = TinyPlan.Planned.Problem;

    public static PlanExplanation Explanation { get; } = new([Need()], 1, Rules());

    private static ExplainedNeed Need()
    {
        var need = NeedServed.All(Problem, TinyPlan.Plan).Single(n => n.Demand.Need == TinyPlan.DieticianAtEpehy);
        var funnel = NeedFunnel.Of(Problem, TinyPlan.Plan, need.Demand);
        var changes = RelaxationCandidates.For(Problem, TinyPlan.Plan, funnel);
        var more = changes.First(c => c.Kind == RelaxationKind.MoreTime);
        var post = changes.First(c => c.Kind == RelaxationKind.NewPost);
        return new ExplainedNeed(
            need,
            funnel,
            ProfessionBalance.Of(Problem, TinyPlan.Plan, need.Demand),
            new RelaxationFindings(
                [
                    new RelaxationOutcome(post, TinyPlan.Plan, 30, 20, 20, [TinyPlan.Anne], -120_000, true),
                    new RelaxationOutcome(more, TinyPlan.Plan, 24, 14, 22, [TinyPlan.Anne], 574_000, false),
                ],
                5, 2, 1));
    }

    private static RulePriceList Rules()
    {
        var problem = Problem.WithSetting(AgreementSettings.DistanceFromBase, new DistanceLimit(20, LimitMode.Hard)).WithPins([new Pin(TinyPlan.Anne, TinyPlan.DieticianAtNesle, 0)]);
        var rules = RuleLift.For(problem);
        return new RulePriceList([new RulePrice(rules[0], 12, -3_000, true), new RulePrice(rules[1], 0, 0, true)], [rules[2]]);
    }
}
