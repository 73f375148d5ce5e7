using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Costs.Keys;

/// <summary>
/// How the cost of a centre is shared. Never derived from shares or votes, which are other objects. A key gives
/// exact shares that add up to the cost; <see cref="RoundingLedger"/> makes whole cents of them.
/// </summary>
public abstract record AllocationKey
{
    /// <summary>The key in words, as in the annex of a call.</summary>
    public abstract Text Name { get; }

    /// <summary>Keys that this one hands a part of the cost to.</summary>
    protected virtual IEnumerable<AllocationKey> Nested => [];

    /// <summary>The catalogue lines that the key prices, at any depth.</summary>
    internal virtual IEnumerable<ServiceLine> CatalogueLines => Nested.SelectMany(k => k.CatalogueLines);

    /// <summary>Everything that keeps the key from sharing the cost.</summary>
    /// <param name="cents">What is to be shared.</param>
    /// <param name="context">The centre, who shares it and their figures.</param>
    public abstract IEnumerable<Violation> Assess(decimal cents, KeyContext context);

    /// <summary>One share per participant, in their order; they add up to <paramref name="cents"/>.</summary>
    /// <param name="cents">What is to be shared; negative for a credit.</param>
    /// <param name="context">As assessed without a violation.</param>
    public abstract IReadOnlyList<KeyShare> Share(decimal cents, KeyContext context);
}
