using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Governance.Voting;

/// <summary>
/// Votes cast in colleges, each with its seats (SAGESS: a political and a technical one, Guide ANAP 2011). One row per
/// college and holder; the rights of a member stand on its first row.
/// </summary>
/// <param name="Colleges">At least one, each with an identifier of its own.</param>
public sealed record CollegeVoting(IReadOnlyList<College> Colleges) : VotingScheme
{
    public IReadOnlyList<College> Colleges { get; } =
        Colleges.Count > 0 && Colleges.DistinctBy(c => c.Id, StringComparer.Ordinal).Count() == Colleges.Count
            ? Colleges
            : throw new DomainException(VotingTexts.Of("college.none-or-twice"));

    public override IReadOnlyDictionary<string, string> CollegeNames => Colleges.ToDictionary(c => c.Id, c => c.Name, StringComparer.Ordinal);

    public override Traced<VoteTable> Votes(ShareTable shares, RightsFacts facts, DateOnly day)
    {
        var rows = new List<VoteRow>();
        var trace = new List<Text>();
        foreach (var college in Colleges)
        {
            var seats = college.Seats.Votes(facts, day);
            rows.AddRange(seats.Value.Select(s => new VoteRow(s.HolderId, 0, s.Votes, college.Id, s.Role)));
            trace.Add(VotingTexts.Of("college.votes", college.Name, seats.Value.Sum(s => s.Votes)));
            trace.AddRange(seats.Trace);
        }

        return new(WithRights(rows, shares, facts), trace);
    }

    public override IEnumerable<Violation> Assess(RightsFacts facts, DateOnly day) =>
        Colleges.SelectMany(c => c.Seats.Assess(c, facts, day));
}

/// <param name="Id">Stable name, found again in <see cref="VoteRow.College"/>.</param>
/// <param name="Name">As shown to the user.</param>
/// <param name="Seats">Who casts how many votes in it.</param>
public sealed record College(string Id, string Name, CollegeSeats Seats);

/// <summary>The votes of one holder in a college.</summary>
/// <param name="HolderId">The member, or the identifier of who sits for no member.</param>
/// <param name="Votes">How many, not negative.</param>
/// <param name="Role">Who casts them for the member, where it has several seats.</param>
/// <param name="IsMember">False for who sits in person, such as the managing director of SAGESS.</param>
public sealed record CollegeSeat(string HolderId, long Votes, string? Role = null, bool IsMember = true);
