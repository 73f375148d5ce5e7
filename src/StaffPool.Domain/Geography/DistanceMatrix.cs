using StaffPool.Domain.Members;

namespace StaffPool.Domain.Geography;

/// <summary>
/// Distances between the sites of a grouping: what is known by road first, then the great circle times a
/// stated detour factor. Symmetric.
/// </summary>
public sealed class DistanceMatrix
{
    private readonly Dictionary<(string, string), Distance> known;

    /// <param name="known">Road distances by pair of sites, in either order.</param>
    /// <param name="detourFactor">Road length over great-circle length; French rural roads are usually taken at 1.3.</param>
    public DistanceMatrix(IEnumerable<(Site From, Site To, Distance Distance)> known, decimal detourFactor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(detourFactor, 1m);
        DetourFactor = detourFactor;
        this.known = known.ToDictionary(k => Key(k.From, k.To), k => k.Distance);
    }

    /// <summary>Road length over great-circle length, where no road is known.</summary>
    public decimal DetourFactor { get; }

    public Distance Between(Site from, Site to)
    {
        if (from == to)
        {
            return new Distance(0, DistanceMethod.SamePlace, "");
        }

        return known.TryGetValue(Key(from, to), out var distance)
            ? distance
            : Distance.GreatCircle(from.Location.GreatCircleMetresTo(to.Location) * (double)DetourFactor);
    }

    private static (string, string) Key(Site a, Site b) =>
        string.CompareOrdinal(a.Id, b.Id) <= 0 ? (a.Id, b.Id) : (b.Id, a.Id);
}
