namespace StaffPool.Domain.Governance.Assemblies;

/// <summary>What is put to the vote under an item of the agenda, and how it was voted.</summary>
public sealed record Motion
{
    public required string Id { get; init; }

    /// <summary>Identifier of the item of the agenda.</summary>
    public required string AgendaItem { get; init; }

    public required string Wording { get; init; }

    public required IReadOnlyList<Ballot> Ballots { get; init; }

    /// <summary>Members that do not vote on it because it concerns them.</summary>
    public IReadOnlyList<string> Recused { get; init; } = [];

    /// <summary>The member whose exclusion is asked for; null for any other matter.</summary>
    public string? MemberToExclude { get; init; }

    /// <summary>Ballots of a college that may suspend this decision: <see cref="VoteChoice.For"/> suspends.</summary>
    public IReadOnlyList<Ballot> SuspensionBallots { get; init; } = [];

    /// <summary>Whether a member is kept from voting on it.</summary>
    public bool Bars(string memberId) => memberId == MemberToExclude || Recused.Contains(memberId);
}

/// <param name="MemberId">The member whose votes these are, present or represented.</param>
/// <param name="Choice">How they are cast.</param>
/// <param name="College">The college where they are held; may be left out where the member votes in one alone.</param>
/// <param name="Votes">How many of them, where the holders of one member vote apart; null for all.</param>
public sealed record Ballot(string MemberId, VoteChoice Choice, string? College = null, long? Votes = null);

public enum VoteChoice
{
    For,
    Against,
    Abstention,
}
