using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Voting;

/// <summary>The agreement says nothing on majorities: votes stay as they are, and a majority is reported.</summary>
public sealed record MajorityAllowed : NoMajorityPolicy
{
    public override Traced<NoMajorityResult> Apply(VoteTable proposed, VoteTable? inForce, Func<string, string> nameOf)
    {
        IReadOnlyList<Violation> violations = MajorityHolder(proposed) is { } holder
            ? [new Violation("majority.held", Severity.Warning, Share(proposed, holder, nameOf, "majority.held"), [holder])]
            : [];
        return new(new NoMajorityResult(proposed, proposed, violations), [VotingTexts.Of("majority.allowed")]);
    }
}
