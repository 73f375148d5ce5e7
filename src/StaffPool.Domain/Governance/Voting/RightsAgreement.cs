using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Voting;

/// <summary>What the founding agreement says on rights and votes, in dated terms: the latest on or before a day holds.</summary>
public sealed record RightsAgreement(IReadOnlyList<RightsTerms> Terms)
{
    /// <summary>The terms of a day, or null before the first.</summary>
    public RightsTerms? On(DateOnly day) => Terms.InForce(day);
}

/// <summary>Three choices that no source ties together, and how they are revised.</summary>
public sealed record RightsTerms : IDated
{
    public required DateOnly EffectiveFrom { get; init; }

    public required SharePolicy Shares { get; init; }

    public required VotingScheme Voting { get; init; }

    public required NoMajorityPolicy NoMajority { get; init; }

    /// <summary>By default an amendment, hence unanimous: a formula exists only where the agreement writes it.</summary>
    public RightsRevision Revision { get; init; } = RightsRevision.Amendment;

    /// <summary>Which table votes when a revision is on the agenda; the sources do not say.</summary>
    public VotingTableChoice VotingTable { get; init; } = VotingTableChoice.InForceAtConvening;

    /// <summary>Members with neither rights nor votes, who are heard (membres associés, Fil rouge 35, Morlaix).</summary>
    public IReadOnlyList<string> ConsultativeMembers { get; init; } = [];

    /// <summary>The clause or decision.</summary>
    public required LegalReference Reference { get; init; }
}

/// <summary>The table that votes at an assembly which has a revision of the rights on its agenda.</summary>
public enum VotingTableChoice
{
    /// <summary>The rights in force on the day of the notice.</summary>
    InForceAtConvening,

    /// <summary>The rights as revised by the campaign that the assembly closes; only where they follow a formula.</summary>
    Revised,
}
