using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Rosters.OnCall;

/// <summary>What a scheme of shared night nurses goes by; each agreement sets its own, by dates of effect.</summary>
public sealed record OnCallTerms : IDated
{
    /// <summary>What the schemes that are known do: none of it is law.</summary>
    public static OnCallTerms Usual { get; } = new()
    {
        EffectiveFrom = new DateOnly(2018, 1, 1),
        Reference = new LegalReference("Dispositifs d’infirmières de nuit en EHPAD : Occitanie (Diane), Pays de la Loire, Île-de-France", Confidence.Source),
    };

    public required DateOnly EffectiveFrom { get; init; }

    public required LegalReference Reference { get; init; }

    /// <summary>Between the two sites of a zone that are furthest apart (Occitanie: 40).</summary>
    public int MostMinutesBetweenSites { get; init; } = 40;

    /// <summary>From where a nurse waits to any site of the zone (Pays de la Loire: 30).</summary>
    public int MostMinutesToArrive { get; init; } = 30;

    /// <summary>For one nurse on duty (Île-de-France: 300).</summary>
    public int ResidentsPerNurse { get; init; } = 300;

    /// <summary>In the roster of one nurse on duty (Occitanie: 7 to 8).</summary>
    public int LeastNurses { get; init; } = 7;

    /// <summary>Paris time (Île-de-France: 20:00 to 6:00).</summary>
    public TimeOnly NightStarts { get; init; } = new(20, 0);

    /// <summary>Of the next morning.</summary>
    public TimeOnly NightEnds { get; init; } = new(6, 0);

    /// <summary>Nurses on duty at once for so many residents.</summary>
    public int LinesFor(int residents) => Math.Max(1, (residents + ResidentsPerNurse - 1) / ResidentsPerNurse);
}
