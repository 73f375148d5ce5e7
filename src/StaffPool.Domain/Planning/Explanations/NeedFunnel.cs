using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Planning.Explanations;

/// <summary>The questions asked of everybody, in order; who fails one is asked no further.</summary>
public enum FunnelStep
{
    /// <summary>Of the profession asked for?</summary>
    Profession,

    /// <summary>With the qualifications asked for?</summary>
    Qualification,

    /// <summary>Consenting to the site?</summary>
    Consent,

    /// <summary>Of an employment status that the site accepts?</summary>
    Status,

    /// <summary>Within the hard distances from the base and from the seat?</summary>
    Distance,

    /// <summary>Not kept away, or wholly used elsewhere, by cells that the administrator fixed?</summary>
    Pin,

    /// <summary>With a site left under the limit on their number?</summary>
    SiteLimit,

    /// <summary>Near enough to the other sites of the person, where that limit is hard?</summary>
    SitesApart,

    /// <summary>With any half-day left?</summary>
    Capacity,

    /// <summary>With enough left, and enough missing, for the smallest block?</summary>
    SmallestBlock,

    /// <summary>With room in the quota of the member?</summary>
    Quota,
}

/// <param name="Step">The question.</param>
/// <param name="Remaining">People left after it, those who serve the need apart.</param>
/// <param name="Fallen">Who failed it, each with the reason, in the order of the grouping.</param>
public sealed record FunnelStage(FunnelStep Step, int Remaining, IReadOnlyList<FallenPerson> Fallen);

/// <param name="Professional">Who.</param>
/// <param name="Reason">The rule that stands in the way, with names and figures.</param>
public sealed record FallenPerson(Professional Professional, Violation Reason);

/// <param name="Professional">Who already serves the need.</param>
/// <param name="HalfDays">How many half-days of the period.</param>
/// <param name="WhyNoMore">What keeps the person from giving more; null where nothing does.</param>
public sealed record ServingPerson(Professional Professional, int HalfDays, Text? WhyNoMore);

/// <summary>
/// Why nobody gives more to a need under a plan: everybody of the grouping serves it already, fell at exactly one
/// question, or could still help. Where the plan is optimal nobody could: it would not have left the half-days unused.
/// </summary>
/// <param name="Demand">The need, in half-days of the period.</param>
/// <param name="Served">Half-days that the plan gives.</param>
/// <param name="People">Everybody of the grouping.</param>
/// <param name="Serving">Who serves it already.</param>
/// <param name="Stages">One per <see cref="FunnelStep"/>, in order, also those where nobody fell.</param>
/// <param name="CouldStillHelp">Whom nothing keeps from giving at least the smallest block.</param>
public sealed record NeedFunnel(
    Demand Demand,
    int Served,
    int People,
    IReadOnlyList<ServingPerson> Serving,
    IReadOnlyList<FunnelStage> Stages,
    IReadOnlyList<Professional> CouldStillHelp)
{
    public int Unmet => Math.Max(0, Demand.HalfDays - Served);

    public static NeedFunnel Of(AllocationProblem problem, AllocationPlan plan, Demand demand)
    {
        var questions = new FunnelQuestions(problem, plan, demand);
        var people = problem.Grouping.Professionals;
        List<ServingPerson> serving =
        [
            .. from person in people
               let halfDays = plan.HalfDaysOf(person, demand.Need)
               where halfDays > 0
               select new ServingPerson(person, halfDays, questions.WhyNoMore(person)),
        ];
        var left = people.Where(p => plan.HalfDaysOf(p, demand.Need) == 0).ToList();
        List<FunnelStage> stages = [];
        foreach (var step in Enum.GetValues<FunnelStep>())
        {
            List<FallenPerson> fallen = [.. left.Select(p => (Person: p, Reason: questions.Ask(step, p)))
                .Where(a => a.Reason is not null)
                .Select(a => new FallenPerson(a.Person, a.Reason!))];
            left = [.. left.Except(fallen.Select(f => f.Professional))];
            stages.Add(new FunnelStage(step, left.Count, fallen));
        }

        return new NeedFunnel(demand, plan.HalfDaysFor(demand.Need), people.Count, serving, stages, left);
    }

    /// <summary>Who fell at a question.</summary>
    public IReadOnlyList<FallenPerson> FallenAt(FunnelStep step) => Stages.Single(s => s.Step == step).Fallen;
}
