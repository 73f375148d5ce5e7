namespace StaffPool.Domain.Governance.Shares;

/// <summary>Social rights of each member: shares, or what stands for them in a grouping without capital.</summary>
/// <param name="Rows">One per member that may hold some.</param>
/// <param name="HasCapital">Whether the rights are shares with a value.</param>
public sealed record ShareTable(IReadOnlyList<ShareRow> Rows, bool HasCapital = true)
{
    public long Total => Rows.Sum(r => r.Shares);

    /// <summary>Shares of a member, zero where it is not in the table.</summary>
    public long Of(string memberId) => Rows.FirstOrDefault(r => r.MemberId == memberId)?.Shares ?? 0;
}

/// <param name="MemberId">Who holds them.</param>
/// <param name="Shares">How many.</param>
public sealed record ShareRow(string MemberId, long Shares);
