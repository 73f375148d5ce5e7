using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;

namespace StaffPool.Domain.Governance.Voting;

/// <summary>One vote per share, whatever a share is worth (Centre de Picardie: 13,000 votes at 1 € as at 10 €).</summary>
public sealed record VotesByShares : VotingScheme
{
    public override Traced<VoteTable> Votes(ShareTable shares, RightsFacts facts, DateOnly day) => new(
        new VoteTable([.. facts.Members.Select(m => new VoteRow(m.Id, shares.Of(m.Id), shares.Of(m.Id)))]),
        [VotingTexts.Of("votes.by-shares", shares.Total)]);
}
