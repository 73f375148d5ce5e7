using StaffPool.Domain.Calculations;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Costs.Accounts;

/// <summary>Provisions asked of the members during the year: the budget of each in monthly or quarterly parts.</summary>
public static class ProvisionCalls
{
    /// <param name="budget">
    /// Statements of the budget, run from an empty ledger: only actual costs carry their roundings from year to year.
    /// </param>
    /// <param name="frequency">How often a call goes out.</param>
    /// <returns>Calls by due day then member; those of a member add up to what it owes in the budget.</returns>
    /// <exception cref="DomainException">The period is not made of whole months or quarters.</exception>
    public static IReadOnlyList<ContributionCall> Schedule(CostAllocationResult budget, CallFrequency frequency)
    {
        var period = budget.Period;
        var every = frequency == CallFrequency.Monthly ? 1 : 3;
        if (period.WholeMonths is not { } months || months % every != 0)
        {
            throw new DomainException(CostTexts.Of("costs.calls-period", period.Start, period.End, every));
        }

        var count = months / every;
        var parts = budget.Statements.Select(s => (Statement: s, Amounts: EvenParts.Of(s.Due, count))).ToList();
        return
        [
            .. from k in Enumerable.Range(0, count)
               from part in parts
               let due = period.Start.AddMonths(k * every)
               select new ContributionCall(
                   part.Statement.MemberId,
                   due,
                   new Period(due, due.AddMonths(every).AddDays(-1)),
                   new Traced<Money>(
                       part.Amounts[k], [CostTexts.Of("costs.step.call", part.Statement.Due, count, k + 1, part.Amounts[k])])),
        ];
    }
}

public enum CallFrequency
{
    Monthly,
    Quarterly,
}

/// <summary>A provision, never a price: the true-up brings the sum of calls to the actual cost.</summary>
/// <param name="MemberId">Who is asked.</param>
/// <param name="DueOn">First day of the time called for.</param>
/// <param name="Period">Time called for.</param>
/// <param name="Amount">How much; negative for a credit.</param>
public sealed record ContributionCall(string MemberId, DateOnly DueOn, Period Period, Traced<Money> Amount);
