using StaffPool.Domain.Governance.Voting;

namespace StaffPool.Domain.Governance.Assemblies;

/// <summary>
/// The ballots of one vote set against who may cast them. Whether a ballot counts never depends on the order in which
/// they were handed in: more votes than a member holds, and none of its ballots counts.
/// </summary>
internal sealed class BallotBox
{
    private readonly GeneralAssembly assembly;
    private readonly AttendanceSheet sheet;
    private readonly Motion motion;
    private readonly IReadOnlyList<string>? colleges;
    private readonly List<VoteRow> rows;

    /// <param name="assembly">The sitting.</param>
    /// <param name="sheet">Who is there.</param>
    /// <param name="motion">What is voted: it says who is barred.</param>
    /// <param name="ballots">The ballots, in any order.</param>
    /// <param name="colleges">Colleges that vote, or null for the whole assembly.</param>
    public BallotBox(
        GeneralAssembly assembly, AttendanceSheet sheet, Motion motion, IReadOnlyList<Ballot> ballots, IReadOnlyList<string>? colleges)
    {
        this.assembly = assembly;
        this.sheet = sheet;
        this.motion = motion;
        this.colleges = colleges;
        rows =
        [
            .. assembly.Votes.Rows
                .Where(r => !r.IsConsultative)
                .GroupBy(r => (r.MemberId, r.College))
                .Select(g => new VoteRow(g.Key.MemberId, g.Sum(r => r.Rights), g.Sum(r => r.Votes), g.Key.College))
                .OrderBy(r => r.MemberId, StringComparer.Ordinal)
                .ThenBy(r => r.College, StringComparer.Ordinal),
        ];
        var read = ballots
            .Select(b => (Ballot: b, Row: RowOf(b)))
            .Select(b => (b.Ballot, b.Row, Code: Refusal(b.Ballot, b.Row)))
            .ToList();
        var overdrawn = read
            .Where(b => b.Code is null)
            .GroupBy(b => b.Row!)
            .Where(g => g.Any(b => b.Ballot.Votes < 0) || g.Sum(b => b.Ballot.Votes ?? g.Key.Votes) > g.Key.Votes)
            .Select(g => g.Key)
            .ToHashSet();
        Refused =
        [
            .. from b in read
               let code = b.Code ?? (overdrawn.Contains(b.Row!) ? "assembly.ballot-too-many" : null)
               where code is not null
               select new RefusedBallot(b.Ballot, code),
        ];
        var counted = read.Where(b => b.Code is null && !overdrawn.Contains(b.Row!)).ToLookup(b => b.Row!, b => b.Ballot);
        Lines = [.. rows.Where(MayVote).Select(row => new BallotLine(row, Cast(VoteChoice.For, row), Cast(VoteChoice.Against, row)))];

        long Cast(VoteChoice choice, VoteRow row) => counted[row].Where(b => b.Choice == choice).Sum(b => b.Votes ?? row.Votes);
    }

    /// <summary>Every holding that may be cast on the motion: who is there, is not barred and is of the colleges.</summary>
    public IReadOnlyList<BallotLine> Lines { get; }

    public IReadOnlyList<RefusedBallot> Refused { get; }

    private bool MayVote(VoteRow row) =>
        sheet.IsThere(row.MemberId) && !motion.Bars(row.MemberId) && IsOfTheColleges(row);

    private bool IsOfTheColleges(VoteRow row) => colleges is null || (row.College is { } college && colleges.Contains(college));

    private VoteRow? RowOf(Ballot ballot)
    {
        var held = rows
            .Where(r => r.MemberId == ballot.MemberId && IsOfTheColleges(r) && (ballot.College is null || r.College == ballot.College))
            .ToList();
        return held.Count == 1 ? held[0] : null;
    }

    private string? Refusal(Ballot ballot, VoteRow? row) => ballot switch
    {
        _ when assembly.Votes.Rows.All(r => r.MemberId != ballot.MemberId) => "assembly.ballot-stranger",
        _ when rows.All(r => r.MemberId != ballot.MemberId) => "assembly.ballot-consultative",
        _ when !sheet.IsThere(ballot.MemberId) => "assembly.ballot-absent",
        _ when motion.Bars(ballot.MemberId) => "assembly.ballot-barred",
        _ when row is null => "assembly.ballot-college",
        _ => null,
    };
}

/// <param name="Row">Whose votes, in which college.</param>
/// <param name="For">Votes cast for.</param>
/// <param name="Against">Votes cast against; the rest abstains.</param>
internal sealed record BallotLine(VoteRow Row, long For, long Against);

/// <param name="Ballot">The ballot.</param>
/// <param name="Code">Why it is not counted.</param>
internal sealed record RefusedBallot(Ballot Ballot, string Code);
