using StaffPool.Data.Members;
using StaffPool.Data.Planning;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Replacements;

namespace StaffPool.Data.Replacements;

/// <summary>A replacement offered to people in waves, until one of them accepts.</summary>
public sealed class OfferRow : GroupingOwned
{
    public Guid SiteId { get; set; }

    public SiteRow? Site { get; set; }

    /// <summary>Identifiers of the professions accepted, the best first.</summary>
    public List<string> Professions { get; set; } = [];

    /// <summary>Absence that leaves it open; null where nobody was there before, or once it was removed.</summary>
    public Guid? AbsenceId { get; set; }

    public OfferStatus Status { get; set; }

    public bool IsSeconded { get; set; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>UTC; nobody accepts from then on.</summary>
    public DateTime ExpiresAt { get; set; }

    /// <summary>UTC; null once it is over.</summary>
    public DateTime? EndedAt { get; set; }

    public int WaveSize { get; set; }

    public int WaveMinutes { get; set; }

    public required string StartedBy { get; set; }

    public List<OfferDutyRow> Duties { get; } = [];

    public List<SolicitationRow> Solicitations { get; } = [];
}

/// <summary>One half-day of an offer.</summary>
public sealed class OfferDutyRow : GroupingOwned
{
    public Guid OfferId { get; set; }

    public DateOnly Day { get; set; }

    public DayPart Part { get; set; }
}

/// <summary>One person in the order of an offer. A refusal has no reason: none is asked.</summary>
public sealed class SolicitationRow : GroupingOwned
{
    public Guid OfferId { get; set; }

    public OfferRow? Offer { get; set; }

    public Guid ProfessionalId { get; set; }

    public ProfessionalRow? Professional { get; set; }

    /// <summary>Place in the published order, from 1.</summary>
    public int Rank { get; set; }

    public SolicitationStatus Status { get; set; }

    /// <summary>Key of the sentence that says why they were not written to, or null.</summary>
    public string? SkippedBecause { get; set; }

    /// <summary>UTC; null until they are written to.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? AnsweredAt { get; set; }

    /// <summary>SHA-256 of the token of the link, in hexadecimal; null until it is sent.</summary>
    public string? TokenHash { get; set; }
}
