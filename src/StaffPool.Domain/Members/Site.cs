using StaffPool.Domain.Calendar;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Members;

/// <summary>A place of a member where shared professionals work.</summary>
public sealed record Site
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required Member Member { get; init; }

    public required Commune Commune { get; init; }

    /// <summary>Exact place where known, else the centre of the commune.</summary>
    public required GeoPoint Location { get; init; }

    public required SiteKind Kind { get; init; }

    /// <summary>Authorised places, where known.</summary>
    public int? Places { get; init; }

    public OpeningCalendar Opening { get; init; } = OpeningCalendar.AllYear;

    /// <summary>Employment statuses that the site can host; all by default.</summary>
    public IReadOnlyList<EmploymentStatus> AcceptedStatuses { get; init; } = Enum.GetValues<EmploymentStatus>();

    public bool Equals(Site? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Kinds of establishment, by their French acronyms (see docs/glossaire.md).</summary>
public enum SiteKind
{
    Ehpad,
    Usld,
    Hospital,
    ResidentialHome,
    Fam,
    Mas,
    Esat,
    Ime,
    Itep,
    Sessad,
    Savs,
    Samsah,
    Ssiad,
    DayCentre,
    ServiceResidence,
    Headquarters,
    Other,
}
