using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Voting;

/// <summary>
/// So many votes for each holder of a seat, whatever the size of the member: its director one, the chair of its board
/// one (GCSMS de l'Yonne, Mémoire EHESP 2018 sur la coopération entre EHPAD publics).
/// </summary>
/// <param name="Seats">The holders of each member, at least one.</param>
public sealed record VotesPerHolder(IReadOnlyList<HolderSeat> Seats) : VotingScheme
{
    public IReadOnlyList<HolderSeat> Seats { get; } = Seats.Count > 0 && Seats.All(s => s.Votes > 0)
        ? Seats
        : throw new DomainException(VotingTexts.Of("votes.seats"));

    public override Traced<VoteTable> Votes(ShareTable shares, RightsFacts facts, DateOnly day)
    {
        var rows = facts.Members.SelectMany(m => Seats.Select(s => new VoteRow(m.Id, 0, s.Votes, Holder: s.Role))).ToList();
        return new(
            WithRights(rows, shares, facts),
            [
                .. Seats.Select(s => VotingTexts.Of("votes.holder", s.Role, s.Votes)),
                VotingTexts.Of("votes.per-holder", facts.Members.Count, Seats.Sum(s => s.Votes), rows.Sum(r => r.Votes)),
            ]);
    }
}

/// <param name="Role">Who casts the votes, for example "directeur".</param>
/// <param name="Votes">How many, above zero.</param>
public sealed record HolderSeat(string Role, long Votes);
