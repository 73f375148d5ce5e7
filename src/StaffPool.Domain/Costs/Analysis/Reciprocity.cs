using StaffPool.Domain.Calculations;

namespace StaffPool.Domain.Costs.Analysis;

/// <summary>
/// What each member gave the others and received from them, function by function: swaps and solidarity that no money shows
/// (mémoire EHESP 2018).
/// </summary>
public static class Reciprocity
{
    /// <returns>One balance per member and function, by member then function; the balances of a function add up to zero.</returns>
    public static IReadOnlyList<ReciprocityBalance> Of(IReadOnlyList<Exchange> exchanges) =>
    [
        .. from entry in exchanges
               .SelectMany(e => new[]
               {
                   (MemberId: e.FromId, e.Function, Given: e.HalfDays, Received: 0m, Value: e.Value, e.IsSolidarity),
                   (MemberId: e.ToId, e.Function, Given: 0m, Received: e.HalfDays, Value: -e.Value, e.IsSolidarity),
               })
               .GroupBy(e => (e.MemberId, e.Function))
               .OrderBy(g => g.Key.MemberId, StringComparer.Ordinal)
               .ThenBy(g => g.Key.Function, StringComparer.Ordinal)
           let given = entry.Sum(e => e.Given)
           let received = entry.Sum(e => e.Received)
           select new ReciprocityBalance(
               entry.Key.MemberId,
               entry.Key.Function,
               new Traced<decimal>(given - received, [CostTexts.Of("costs.step.reciprocity", given, received, given - received)]),
               entry.Sum(e => e.Value),
               entry.All(e => e.IsSolidarity)),
    ];
}

/// <param name="FromId">Who lends.</param>
/// <param name="ToId">Who is helped.</param>
/// <param name="Function">What for.</param>
/// <param name="HalfDays">How much.</param>
/// <param name="Value">What it is worth at actual cost.</param>
/// <param name="IsSolidarity">Given knowingly, without waiting for a return.</param>
public sealed record Exchange(string FromId, string ToId, string Function, decimal HalfDays, Money Value, bool IsSolidarity = false);

/// <param name="MemberId">The member.</param>
/// <param name="Function">What for.</param>
/// <param name="HalfDays">Given less received.</param>
/// <param name="Value">The same, at actual cost.</param>
/// <param name="IsSolidarity">Whether all of it was given as solidarity: no return is expected.</param>
public sealed record ReciprocityBalance(string MemberId, string Function, Traced<decimal> HalfDays, Money Value, bool IsSolidarity);
