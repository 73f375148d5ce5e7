using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;

namespace StaffPool.Domain.Governance.Voting;

/// <summary>One vote each, whatever the rights (établissements publics de l'Yonne, Guide ANAP 2011).</summary>
public sealed record OneMemberOneVote : VotingScheme
{
    public override Traced<VoteTable> Votes(ShareTable shares, RightsFacts facts, DateOnly day) => new(
        new VoteTable([.. facts.Members.Select(m => new VoteRow(m.Id, shares.Of(m.Id), 1))]),
        [VotingTexts.Of("votes.one-each", facts.Members.Count)]);
}
