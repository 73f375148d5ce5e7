using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Shares;

/// <summary>
/// What a share was worth, and when: 1 € at the creation, 10 € later (Centre de Picardie). The value never enters the
/// count of votes.
/// </summary>
public sealed record ShareNominalValues
{
    /// <param name="values">At least one, in any order, one a day, each above zero.</param>
    public ShareNominalValues(IReadOnlyList<ShareNominalValue> values)
    {
        if (values.Count == 0 || values.Any(v => v.Value <= Money.Zero) || values.DistinctBy(v => v.From).Count() < values.Count)
        {
            throw new DomainException(ShareTexts.Of("shares.nominal-values"));
        }

        Values = [.. values.OrderBy(v => v.From)];
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ShareNominalValue> Values { get; }

    /// <summary>Value on a day; before the first, the first: what was spent before the creation counts at that value.</summary>
    public Money On(DateOnly day) => (Values.LastOrDefault(v => v.From <= day) ?? Values[0]).Value;

    /// <summary>Capital of each member on two days, for the same shares: what a revaluation changes.</summary>
    public Traced<IReadOnlyList<CapitalRow>> Revaluation(ShareTable shares, DateOnly before, DateOnly after)
    {
        var (from, to) = (On(before), On(after));
        var rows = shares.Rows.Select(r => new CapitalRow(r.MemberId, r.Shares, from * r.Shares, to * r.Shares)).ToList();
        return new(
            rows,
            [ShareTexts.Of("shares.revaluation", shares.Total, from, from * shares.Total, to, to * shares.Total)]);
    }
}

/// <param name="From">First day of the value.</param>
/// <param name="Value">Euros of one share.</param>
/// <param name="Reference">The decision that set it.</param>
public sealed record ShareNominalValue(DateOnly From, Money Value, LegalReference Reference);

/// <param name="MemberId">Who holds the shares.</param>
/// <param name="Shares">How many, the same before and after.</param>
/// <param name="Before">Capital at the first value.</param>
/// <param name="After">Capital at the second.</param>
public sealed record CapitalRow(string MemberId, long Shares, Money Before, Money After)
{
    /// <summary>To be paid in, or taken from the reserves; negative where it is to be returned.</summary>
    public Money Difference => After - Before;
}
