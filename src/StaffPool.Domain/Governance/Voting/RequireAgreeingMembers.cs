using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Voting;

/// <summary>
/// Votes stay in proportion, yet every decision takes the agreement of at least so many members: three at Fil rouge 35,
/// so that the association that lends most of the staff cannot decide alone (Guide ANAP 2011). With fewer voting members
/// than that nothing could be decided: it blocks.
/// </summary>
/// <param name="Members">Members that must agree, at least two.</param>
public sealed record RequireAgreeingMembers(int Members) : NoMajorityPolicy
{
    public int Members { get; } = Members >= 2
        ? Members
        : throw new DomainException(VotingTexts.Of("majority.agreeing-least", Members));

    public override int AgreeingMembers => Members;

    public override Traced<NoMajorityResult> Apply(VoteTable proposed, VoteTable? inForce, Func<string, string> nameOf)
    {
        var voters = Voters(proposed).Count;
        IReadOnlyList<Violation> violations = voters < Members
            ? [new Violation(
                "majority.too-few-members", Severity.Blocking, VotingTexts.Of("majority.too-few-members", Members, voters), [])]
            : [];
        return new(
            new NoMajorityResult(proposed, proposed, violations),
            MajorityHolder(proposed) is { } holder
                ? [Share(proposed, holder, nameOf, "majority.held"), VotingTexts.Of("majority.agreeing", Members)]
                : [VotingTexts.Of("majority.none"), VotingTexts.Of("majority.agreeing", Members)]);
    }
}
