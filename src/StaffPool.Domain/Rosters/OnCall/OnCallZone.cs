namespace StaffPool.Domain.Rosters.OnCall;

/// <summary>An establishment as the night sees it.</summary>
public sealed record OnCallSite(string Id, string Name, int Residents);

/// <summary>Somebody who takes nights in a zone.</summary>
/// <param name="Person">Contract, leave, history and what she had before.</param>
/// <param name="MinutesTo">From where she waits to each site; where nothing is said she is taken to be near enough.</param>
public sealed record OnCallNurse(RosterPerson Person, IReadOnlyDictionary<string, int> MinutesTo);

/// <summary>Establishments that share their night nurses, or a territory that is to be cut into such zones.</summary>
public sealed record OnCallZone
{
    public required string Name { get; init; }

    public required IReadOnlyList<OnCallSite> Sites { get; init; }

    /// <summary>Minutes by road, either way where only one is given.</summary>
    public required IReadOnlyDictionary<(string From, string To), int> Travel { get; init; }

    public int Residents => Sites.Sum(s => s.Residents);

    /// <returns>Null where nobody gave it.</returns>
    public int? MinutesBetween(OnCallSite one, OnCallSite other) =>
        one == other ? 0
        : Travel.TryGetValue((one.Id, other.Id), out var minutes) || Travel.TryGetValue((other.Id, one.Id), out minutes) ? minutes
        : null;

    /// <summary>Of the two sites furthest apart, as far as known.</summary>
    public int Widest(IReadOnlyList<OnCallSite> sites) => sites.SelectMany(a => sites.Select(b => MinutesBetween(a, b) ?? 0)).DefaultIfEmpty().Max();
}
