using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Assemblies;

/// <summary>What became of a motion, and why.</summary>
/// <param name="Motion">What was voted.</param>
/// <param name="For">Votes for, in the whole assembly or in the college that decides.</param>
/// <param name="Against">Votes against.</param>
/// <param name="Abstained">Votes there, and not barred, that were cast neither way.</param>
/// <param name="Conditions">Everything that it needed, quorum first, met or not; empty where it was on no agenda.</param>
/// <param name="Violations">What is wrong with this motion and its ballots.</param>
public sealed record MotionResult(
    Motion Motion,
    long For,
    long Against,
    long Abstained,
    IReadOnlyList<MotionCondition> Conditions,
    IReadOnlyList<Violation> Violations)
{
    /// <summary>Passed: every condition is met and nothing forbids to vote on it.</summary>
    public bool IsPassed =>
        Conditions.Count > 0 && Conditions.All(c => c.IsMet) && !Violations.AnyBlocking();
}
