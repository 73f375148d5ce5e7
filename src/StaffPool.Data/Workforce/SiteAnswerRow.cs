using StaffPool.Data.Members;

namespace StaffPool.Data.Workforce;

/// <summary>What a professional answers about one site: consent and preference.</summary>
public sealed class SiteAnswerRow : GroupingOwned
{
    public Guid ProfessionalId { get; set; }

    public Guid SiteId { get; set; }

    public SiteRow? Site { get; set; }

    public SiteConsent Consent { get; set; }

    public SitePreference Preference { get; set; }
}

public enum SiteConsent
{
    /// <summary>Nothing said: agreed to, unless the professional agrees to named sites only.</summary>
    Unsaid,

    Granted,

    /// <summary>Stronger than a grant.</summary>
    Refused,
}

public enum SitePreference
{
    None,
    Preferred,
    Avoided,
}
