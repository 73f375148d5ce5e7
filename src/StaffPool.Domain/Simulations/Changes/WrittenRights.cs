using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;

namespace StaffPool.Domain.Simulations.Changes;

/// <summary>What an agreement writes of a member by name, and must be written again when it comes or goes.</summary>
internal static class WrittenRights
{
    public static SharePolicy Add(SharePolicy policy, string memberId, long shares) => policy switch
    {
        FixedShares written => new FixedShares([.. written.Numbers, new ShareRow(memberId, shares)]),
        NoCapital without => without with { RightsFrom = Add(without.RightsFrom, memberId, shares) },
        _ => policy,
    };

    /// <summary>The terms without a word of the member; its shares are cancelled, its seats fall.</summary>
    public static RightsTerms Remove(RightsTerms terms, string memberId) => terms with
    {
        Shares = Remove(terms.Shares, memberId),
        Voting = terms.Voting is CollegeVoting voting
            ? new CollegeVoting([.. voting.Colleges.Select(c => c with { Seats = Remove(c.Seats, memberId) })])
            : terms.Voting,
        ConsultativeMembers = [.. terms.ConsultativeMembers.Where(id => id != memberId)],
    };

    private static SharePolicy Remove(SharePolicy policy, string memberId) => policy switch
    {
        FixedShares written => new FixedShares([.. written.Numbers.Where(n => n.MemberId != memberId)]),
        NoCapital without => without with { RightsFrom = Remove(without.RightsFrom, memberId) },
        _ => policy,
    };

    private static CollegeSeats Remove(CollegeSeats seats, string memberId) => seats is EnteredSeats entered
        ? new EnteredSeats([.. entered.Seats.Where(s => s.HolderId != memberId)])
        : seats;
}
