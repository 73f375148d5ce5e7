using StaffPool.Data.Members;
using StaffPool.Data.Workforce;

namespace StaffPool.Data.Replacements;

/// <summary>Who goes where and when, on what ground and at what price; then what was done, without a word on residents.</summary>
public sealed class MissionOrderRow : GroupingOwned
{
    /// <summary>Unique in the grouping: <c>OM-2027-0001</c>.</summary>
    public required string Number { get; set; }

    public Guid OfferId { get; set; }

    public OfferRow? Offer { get; set; }

    public Guid ProfessionalId { get; set; }

    public ProfessionalRow? Professional { get; set; }

    public Guid SiteId { get; set; }

    public SiteRow? Site { get; set; }

    /// <summary>Who lends.</summary>
    public Guid EmployerId { get; set; }

    public MemberRow? Employer { get; set; }

    /// <summary>Who borrows.</summary>
    public Guid BorrowerId { get; set; }

    public MemberRow? Borrower { get; set; }

    /// <summary>UTC.</summary>
    public DateTime IssuedAt { get; set; }

    public DateOnly FirstDay { get; set; }

    /// <summary>Text that allows the secondment.</summary>
    public required string LegalGround { get; set; }

    public decimal PlannedHours { get; set; }

    /// <summary>There and back, each day.</summary>
    public decimal PlannedKilometres { get; set; }

    /// <summary>Euro cents an hour before surcharges.</summary>
    public long HourlyCents { get; set; }

    /// <summary>UTC; null until it came back. What follows is then said.</summary>
    public DateTime? ReportedAt { get; set; }

    public string? ReportedBy { get; set; }

    public decimal? WorkedHours { get; set; }

    public decimal? Kilometres { get; set; }

    /// <summary>What hindered the intervention, of a closed list: nothing on residents can be written.</summary>
    public MissionOutcome? Outcome { get; set; }

    public long? WorkCents { get; set; }

    public long? SurchargeCents { get; set; }

    public long? TravelCents { get; set; }
}

public enum MissionOutcome
{
    AsPlanned,
    Shortened,
    Extended,
    NotDone,
}

/// <summary>Replacement credits that funders grant a member for a year, as a number of hours.</summary>
public sealed class ReplacementCreditRow : GroupingOwned
{
    public Guid MemberId { get; set; }

    public MemberRow? Member { get; set; }

    public int Year { get; set; }

    public decimal Hours { get; set; }

    /// <summary>Decision of the funder.</summary>
    public required string Reference { get; set; }
}
