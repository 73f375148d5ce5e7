namespace StaffPool.Data.Governance;

/// <summary>
/// A paper of the grouping that ends on a day: a secondment agreement, the consent of a person, a funding. The service
/// keeps what it is and when it ends; the paper itself stays where its reference says.
/// </summary>
public sealed class CommitmentRow : GroupingOwned
{
    public CommitmentKind Kind { get; set; }

    public required string Title { get; set; }

    /// <summary>Between whom, in words: an employer and the grouping, a person and a host, a funder.</summary>
    public required string Parties { get; set; }

    public DateOnly FirstDay { get; set; }

    /// <summary>Null for one without an end: nobody is told of it.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>Where the paper is found, or null.</summary>
    public string? DocumentReference { get; set; }
}

public enum CommitmentKind
{
    /// <summary>Convention de mise à disposition.</summary>
    Secondment,

    /// <summary>Written consent of a person.</summary>
    Consent,

    /// <summary>Subsidy or other funding.</summary>
    Funding,

    Other,
}
