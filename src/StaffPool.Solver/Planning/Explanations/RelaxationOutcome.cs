using StaffPool.Domain.Planning;
using StaffPool.Domain.Planning.Explanations;
using StaffPool.Domain.Workforce;

namespace StaffPool.Solver.Planning.Explanations;

/// <summary>What a change really gives, found by planning again with it.</summary>
/// <param name="Relaxation">The change.</param>
/// <param name="Plan">The whole plan with it; it obeys every rule but the one that was changed.</param>
/// <param name="Served">Half-days that the need then receives.</param>
/// <param name="Gained">Half-days more than today for the need.</param>
/// <param name="GainedInAll">Half-days more than today over all needs.</param>
/// <param name="Disturbed">People of today's plan whose half-days change.</param>
/// <param name="Metres">Road metres more (or less, below zero) than today in the period.</param>
/// <param name="IsProven">No plan serves more, with this change or without it; else what is said is what was found in the time.</param>
public sealed record RelaxationOutcome(
    Relaxation Relaxation,
    AllocationPlan Plan,
    int Served,
    int Gained,
    int GainedInAll,
    IReadOnlyList<Professional> Disturbed,
    long Metres,
    bool IsProven);

/// <param name="Useful">Changes that help the need, the cheapest first (<see cref="RelaxationSearch"/> says in which order).</param>
/// <param name="Candidates">Changes that could be thought of.</param>
/// <param name="RuledOut">Of these, changes that sums alone show to be of no use.</param>
/// <param name="Untried">Of these, changes not tried for lack of time.</param>
public sealed record RelaxationFindings(IReadOnlyList<RelaxationOutcome> Useful, int Candidates, int RuledOut, int Untried);
