using StaffPool.Application.Rosters;
using StaffPool.Domain.Rosters.OnCall;

namespace StaffPool.Web.Pages.Rosters;

/// <summary>A zone as it is typed.</summary>
public sealed class ZoneInput
{
    public int Version { get; set; }

    public string? Name { get; set; }

    public ZoneDuty Duty { get; set; }

    public ZoneTurn Turn { get; set; }

    public TimeOnly StartsAt { get; set; }

    public TimeOnly EndsAt { get; set; }

    public List<Guid> SiteIds { get; set; } = [];

    public List<Guid> ProfessionalIds { get; set; } = [];

    /// <summary>A night of the pool, for a new zone.</summary>
    public static ZoneInput New() => new() { Duty = ZoneDuty.OnCall, Turn = ZoneTurn.Night, StartsAt = new TimeOnly(20, 0), EndsAt = new TimeOnly(7, 0) };

    public static ZoneInput Of(ZoneView zone) => new()
    {
        Version = zone.Version,
        Name = zone.Name,
        Duty = zone.Duty,
        Turn = zone.Turn,
        StartsAt = zone.StartsAt,
        EndsAt = zone.EndsAt,
        SiteIds = [.. zone.Sites.Select(s => s.Id)],
        ProfessionalIds = [.. zone.People.Select(p => p.Id)],
    };

    public ZoneDescription ToDescription() => new(Name ?? "", Duty, Turn, StartsAt, EndsAt, SiteIds, ProfessionalIds);
}
