using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Simulations;

/// <summary>What changes would give, member by member.</summary>
/// <param name="Before">The state given, with the steps of cost that it had reached.</param>
/// <param name="After">The state with the changes, or null where something blocks them.</param>
/// <param name="Members">Everyone in either state: those of before in their order, then newcomers; empty where something blocks.</param>
/// <param name="Crossings">Steps of cost that the changes reach, and who bears them.</param>
/// <param name="Redistribution">What each member pays more, or less, before any of these steps; empty without one.</param>
/// <param name="Admissions">From when the rights of each newcomer really count.</param>
/// <param name="ExitBills">What each leaver pays on leaving, by the rules in force before the changes.</param>
/// <param name="Departures">Posts and half-days that each leaver takes away; empty without a plan.</param>
/// <param name="Violations">
/// All that blocks the changes or must be known of them: on the changes, on the state after them, and on the state before
/// where it cannot be computed.
/// </param>
public sealed record SimulationOutcome(
    GroupingSnapshot Before,
    GroupingSnapshot? After,
    IReadOnlyList<MemberComparison> Members,
    IReadOnlyList<ThresholdCrossing> Crossings,
    IReadOnlyList<MemberSurcharge> Redistribution,
    IReadOnlyList<SimulatedAdmission> Admissions,
    IReadOnlyList<ExitBill> ExitBills,
    IReadOnlyList<StaffDeparture> Departures,
    IReadOnlyList<Violation> Violations);

/// <param name="MemberId">The member; one that is not in a state counts for zero there.</param>
/// <param name="Name">Its name.</param>
/// <param name="Shares">Shares, or the rights that stand for them; null where the grouping has none.</param>
/// <param name="Votes">Votes in the assembly.</param>
/// <param name="VotePercent">Part of all votes, out of 100, to two decimals.</param>
/// <param name="IsCapped">Whether a limit on majorities takes votes from it, before and after.</param>
/// <param name="Capital">Shares at their value; null without capital.</param>
/// <param name="Due">What it owes for the period; null where no money changes hands.</param>
/// <param name="HalfDaysServed">Half-days that it receives; null without two plans.</param>
public sealed record MemberComparison(
    string MemberId,
    string Name,
    Compared<long>? Shares,
    Compared<long>? Votes,
    Compared<decimal>? VotePercent,
    (bool Before, bool After) IsCapped,
    Compared<Money>? Capital,
    Compared<Money>? Due,
    Compared<int>? HalfDaysServed);

/// <param name="MemberId">The newcomer.</param>
/// <param name="Effects">From when it is a member, has rights and answers for debts.</param>
public sealed record SimulatedAdmission(string MemberId, Traced<AdmissionEffects> Effects);
