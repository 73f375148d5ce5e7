using StaffPool.Domain.Needs;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Planning.Rules;

/// <summary>A rule that any allocation can be held against, whatever made it.</summary>
public interface IAllocationRule
{
    /// <summary>Stable code, carried by the violations and by the solver's constraint of the same meaning.</summary>
    string Code { get; }

    /// <summary>Every breach, never only the first.</summary>
    IEnumerable<Violation> Assess(AllocationProblem problem, AllocationPlan plan);
}

/// <summary>
/// A rule on one professional and one need alone. Such rules decide before any solving who can serve what; the
/// solver, the checker and the explanations share them.
/// </summary>
public abstract class PairRule : IAllocationRule
{
    public abstract string Code { get; }

    /// <summary>Why this professional should not serve this need, or null where the rule has nothing against it.</summary>
    public abstract Violation? Assess(AllocationProblem problem, Professional professional, NeedDeclaration need);

    public virtual IEnumerable<Violation> Assess(AllocationProblem problem, AllocationPlan plan) =>
        plan.Assignments
            .Where(a => a.HalfDays > 0)
            .Select(a => Assess(problem, a.Professional, a.Need))
            .OfType<Violation>();
}
