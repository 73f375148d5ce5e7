using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Voting;

/// <param name="Table">Rights and votes with the steps that led to them, or null where a blocking problem forbids one.</param>
/// <param name="BeforeNoMajority">The votes before the policy on majorities, to be shown beside; null with the table.</param>
/// <param name="Shares">The rights alone, for the register and the revision; null with the table.</param>
/// <param name="AgreeingMembers">Members that must agree to every decision, 1 where votes alone decide.</param>
/// <param name="Violations">Every problem at once.</param>
public sealed record RightsOutcome(
    Traced<VoteTable>? Table,
    VoteTable? BeforeNoMajority,
    ShareTable? Shares,
    int AgreeingMembers,
    IReadOnlyList<Violation> Violations)
{
    internal static RightsOutcome Impossible(IReadOnlyList<Violation> violations) => new(null, null, null, 1, violations);
}
