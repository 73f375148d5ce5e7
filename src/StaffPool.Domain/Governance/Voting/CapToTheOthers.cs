using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Voting;

/// <summary>
/// The votes of a member may not exceed the sum of the votes of the others; its rights, capital and costs stay. One cut
/// is enough: only one member can be above, and once it equals the sum S of the others none of these exceeds the rest,
/// since each is at most S. A member alone with votes cannot be capped: that blocks.
/// </summary>
public sealed record CapToTheOthers : NoMajorityPolicy
{
    public override Traced<NoMajorityResult> Apply(VoteTable proposed, VoteTable? inForce, Func<string, string> nameOf)
    {
        if (MajorityHolder(proposed) is not { } holder)
        {
            return new(
                new NoMajorityResult(proposed, proposed, [.. ExactHalves(proposed, nameOf)]),
                [VotingTexts.Of("majority.none")]);
        }

        var others = proposed.TotalVotes - proposed.VotesOf(holder);
        if (others == 0)
        {
            return new(
                new NoMajorityResult(proposed, proposed, [new Violation(
                    "majority.single-voter", Severity.Blocking, VotingTexts.Of("majority.single-voter", nameOf(holder)), [holder])]),
                []);
        }

        var capped = Capped(proposed, holder, others);
        return new(
            new NoMajorityResult(proposed, capped, [.. ExactHalves(capped, nameOf)]),
            [
                Share(proposed, holder, nameOf, "majority.held"),
                VotingTexts.Of("majority.capped", nameOf(holder), proposed.VotesOf(holder), others, capped.TotalVotes),
            ]);
    }

    // Over the colleges and holders of the member, in proportion.
    private static VoteTable Capped(VoteTable table, string holder, long votes)
    {
        var held = table.Rows.Where(r => r.MemberId == holder).ToList();
        var left = new Queue<long>(Apportionment.LargestRemainder(votes, [.. held.Select(r => (decimal)r.Votes)]));
        return new([.. table.Rows.Select(r => r.MemberId == holder ? r with { Votes = left.Dequeue() } : r)]);
    }
}
