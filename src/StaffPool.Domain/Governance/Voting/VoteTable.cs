namespace StaffPool.Domain.Governance.Voting;

/// <summary>
/// Rights and votes of each holder, frozen when an assembly is convened. They are two figures because the quorum is
/// counted on rights and the decision on votes (CASF R.312-194-22).
/// </summary>
public sealed record VoteTable(IReadOnlyList<VoteRow> Rows)
{
    public long TotalRights => Rows.Sum(r => r.Rights);

    public long TotalVotes => Rows.Sum(r => r.Votes);

    /// <summary>Votes of a member over all its rows.</summary>
    public long VotesOf(string memberId) => Rows.Where(r => r.MemberId == memberId).Sum(r => r.Votes);

    /// <summary>Rights of a member; they stand on its first row.</summary>
    public long RightsOf(string memberId) => Rows.Where(r => r.MemberId == memberId).Sum(r => r.Rights);
}

/// <param name="MemberId">The member that holds them.</param>
/// <param name="Rights">Social rights: shares, or what stands for them in a grouping without capital.</param>
/// <param name="Votes">Votes in the assembly; zero for a consultative member.</param>
/// <param name="College">The college where they are cast, or null where there is none.</param>
/// <param name="Holder">
/// Who casts them where a member has several voters (its director, its chair): one row each, that may vote differently.
/// </param>
public sealed record VoteRow(string MemberId, long Rights, long Votes, string? College = null, string? Holder = null)
{
    /// <summary>Sits and speaks without a vote.</summary>
    public bool IsConsultative => Votes == 0;
}
