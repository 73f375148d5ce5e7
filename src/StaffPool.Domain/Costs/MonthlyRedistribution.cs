using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Costs;

/// <summary>
/// Money that flows from the grouping to the members: an envelope of the year, cut in months, each shared by the
/// needs of that month (SAGESS, mémoire EHESP 2018). The months of all members add up to the envelope.
/// </summary>
public static class MonthlyRedistribution
{
    /// <param name="account">Name of the envelope, where its roundings are carried.</param>
    /// <param name="envelope">For all the months.</param>
    /// <param name="months">In order: the first day of each and the needs of the members.</param>
    /// <param name="ledger">Roundings left by the former months.</param>
    /// <exception cref="DomainException">No month, a negative need, or a month without any need.</exception>
    public static (IReadOnlyList<RedistributedAmount> Amounts, RoundingLedger Ledger) Run(
        string account, Money envelope, IReadOnlyList<MonthlyNeeds> months, RoundingLedger ledger)
    {
        if (months.Count == 0)
        {
            throw new DomainException(CostTexts.Of("costs.redistribution-no-month", account));
        }

        var amounts = new List<RedistributedAmount>();
        foreach (var (month, ofMonth) in months.Zip(EvenParts.Of(envelope, months.Count)))
        {
            var sum = month.Needs.Sum(n => n.Quantity);
            if (sum <= 0 || month.Needs.Any(n => n.Quantity < 0))
            {
                throw new DomainException(CostTexts.Of("costs.redistribution-no-need", account, month.FirstDay));
            }

            var split = ledger.Round(
                account, ofMonth, [.. month.Needs.Select(n => new ExactShare(n.MemberId, ofMonth.Cents * n.Quantity / sum))]);
            ledger = split.Ledger;
            amounts.AddRange(split.Parts.Select(part =>
            {
                var need = month.Needs.Single(n => n.MemberId == part.MemberId);
                return new RedistributedAmount(month.FirstDay, part.MemberId, new Traced<Money>(
                    part.Amount,
                    [CostTexts.Of("costs.step.redistributed", month.FirstDay, ofMonth, need.Quantity, sum, part.Amount)]));
            }));
        }

        return (amounts, ledger);
    }
}

/// <param name="FirstDay">First day of the month.</param>
/// <param name="Needs">Needs of the members, in one unit; one per member.</param>
public sealed record MonthlyNeeds(DateOnly FirstDay, IReadOnlyList<MemberQuantity> Needs);

/// <param name="MemberId">The member.</param>
/// <param name="Quantity">How much it needs.</param>
public sealed record MemberQuantity(string MemberId, decimal Quantity);

/// <param name="Month">First day of the month.</param>
/// <param name="MemberId">The member that receives it.</param>
/// <param name="Amount">What it receives.</param>
public sealed record RedistributedAmount(DateOnly Month, string MemberId, Traced<Money> Amount);
