using StaffPool.Data.Members;

namespace StaffPool.Data.Needs;

/// <summary>What one member did in a campaign. Its version guards all the needs of the member: two people of one member cannot overwrite each other.</summary>
public sealed class DeclarationRow : GroupingOwned
{
    public Guid CampaignId { get; set; }

    public Guid MemberId { get; set; }

    public MemberRow? Member { get; set; }

    public DeclarationStatus Status { get; set; }

    /// <summary>Last change, UTC.</summary>
    public DateTime ChangedAt { get; set; }
}

public enum DeclarationStatus
{
    /// <summary>Carried over from the former campaign, nothing said yet.</summary>
    CarriedOver,

    InProgress,

    Confirmed,
}
