using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;

namespace StaffPool.Domain.Simulations.Changes;

/// <summary>What an agreement writes of a member by name, and must be written again when it comes or goes.</summary>
internal static class WrittenRights
{
    public static SharePolicy Add(SharePolicy policy, string memberId, long shares) =>
        Rewrite(policy, rows => rows.Append(new ShareRow(memberId, shares)));

    /// <summary>The terms without a word of the member; its shares are cancelled, its seats fall.</summary>
    public static RightsTerms Remove(RightsTerms terms, string memberId) => terms with
    {
        Shares = Rewrite(terms.Shares, rows => rows.Where(r => r.MemberId != memberId)),
        Voting = terms.Voting is CollegeVoting voting
            ? new CollegeVoting([.. voting.Colleges.Select(c => c with { Seats = Remove(c.Seats, memberId) })])
            : terms.Voting,
        ConsultativeMembers = [.. terms.ConsultativeMembers.Where(id => id != memberId)],
    };

    private static SharePolicy Rewrite(SharePolicy policy, Func<IEnumerable<ShareRow>, IEnumerable<ShareRow>> change) => policy switch
    {
        FixedShares written => new FixedShares([.. change(written.Numbers)]),
        NoCapital without => without with { RightsFrom = Rewrite(without.RightsFrom, change) },
        _ => policy,
    };

    private static CollegeSeats Remove(CollegeSeats seats, string memberId) => seats is EnteredSeats entered
        ? new EnteredSeats([.. entered.Seats.Where(s => s.HolderId != memberId)])
        : seats;
}
