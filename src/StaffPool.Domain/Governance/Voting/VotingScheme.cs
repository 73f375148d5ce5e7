using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Voting;

/// <summary>How votes follow, or do not follow, from rights. The agreement chooses (CASF R.312-194-7).</summary>
public abstract record VotingScheme
{
    /// <summary>Rights and votes of every member of <paramref name="facts"/> on a day, before any limit on majorities.</summary>
    public abstract Traced<VoteTable> Votes(ShareTable shares, RightsFacts facts, DateOnly day);

    /// <summary>Names by identifier of the colleges that vote; none where there are no colleges.</summary>
    public virtual IReadOnlyDictionary<string, string> CollegeNames { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What in the facts, or in the scheme itself, makes the table impossible or doubtful.</summary>
    public virtual IEnumerable<Violation> Assess(RightsFacts facts, DateOnly day) => [];

    /// <summary>Puts the rights of each member on its first row, with a row of its own for who has no vote.</summary>
    protected static VoteTable WithRights(IReadOnlyList<VoteRow> voting, ShareTable shares, RightsFacts facts)
    {
        var rows = voting
            .GroupBy(r => r.MemberId, StringComparer.Ordinal)
            .SelectMany(g => g.Select((row, i) => row with { Rights = i == 0 ? shares.Of(g.Key) : 0 }))
            .ToList();
        var absent = facts.Members
            .Where(m => rows.TrueForAll(r => r.MemberId != m.Id))
            .Select(m => new VoteRow(m.Id, shares.Of(m.Id), 0));
        return new([.. rows, .. absent]);
    }
}
