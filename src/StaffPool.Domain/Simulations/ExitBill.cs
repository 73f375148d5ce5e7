using StaffPool.Domain.Calculations;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Simulations.Changes;

namespace StaffPool.Domain.Simulations;

/// <summary>
/// What a leaver pays: debts pro rata to rights, the true-up of the period, its contributions until its last day, the
/// penalty if the agreement has one (mémoire EHESP 2018: penalties, debt share). Its capital is not set off: no source
/// says that it is.
/// </summary>
/// <param name="MemberId">The leaver.</param>
/// <param name="Name">Its name.</param>
/// <param name="LastDay">Last day as a member.</param>
/// <param name="Debts">Its part of the debts.</param>
/// <param name="TrueUp">What it still owes for the period of the exercise; negative where it paid too much.</param>
/// <param name="Notice">From the end of that period to its last day, at the cost of the period.</param>
/// <param name="Penalty">As the agreement sets it.</param>
/// <param name="Total">What it pays in all; negative where the grouping owes it.</param>
public sealed record ExitBill(
    string MemberId,
    string Name,
    DateOnly LastDay,
    Traced<Money> Debts,
    Traced<Money> TrueUp,
    Traced<Money> Notice,
    Traced<Money> Penalty,
    Traced<Money> Total)
{
    /// <param name="leaving">Who leaves, and when.</param>
    /// <param name="snapshot">The state before any change: the rules that it was a member under.</param>
    /// <param name="rights">Rights in that state, or null where the grouping has none.</param>
    internal static ExitBill Of(MemberLeaves leaving, GroupingSnapshot snapshot, VoteTable? rights)
    {
        var membership = snapshot.MembershipOf(leaving.MemberId)!;
        var name = membership.Member.Name;
        var last = leaving.LastDay(snapshot);
        var debts = rights is null
            ? Nothing("simulations.step.no-debt")
            : LeaverDebts.Of(membership, last, snapshot.Debts, rights, snapshot.Memberships, snapshot.Agreement);
        var (trueUp, notice) = snapshot.Costs is { } costs
            ? OfCosts(costs, leaving.MemberId, last)
            : (Nothing("simulations.step.no-costs"), Nothing("simulations.step.no-costs"));
        var penalty = new Traced<Money>(leaving.Penalty, [SimulationTexts.Of("simulations.step.penalty", leaving.Penalty)]);
        var total = debts.Value + trueUp.Value + notice.Value + penalty.Value;
        return new(leaving.MemberId, name, last, debts, trueUp, notice, penalty, new Traced<Money>(
            total, [SimulationTexts.Of("simulations.step.exit", debts.Value, trueUp.Value, notice.Value, penalty.Value, total)]));
    }

    private static (Traced<Money> TrueUp, Traced<Money> Notice) OfCosts(CostSituation costs, string memberId, DateOnly last)
    {
        var period = costs.Exercise.Period;
        var exercise = costs.Exercise with
        {
            Members = [.. costs.Exercise.Members.Select(m => m.MemberId == memberId ? m with { Until = last } : m)],
        };
        if (last < period.Start || exercise.Members.FirstOrDefault(m => m.MemberId == memberId) is not { } member)
        {
            return (Nothing("simulations.step.no-costs"), Nothing("simulations.step.no-costs"));
        }

        var result = CostAllocation.Run(exercise, costs.Ledger);
        var statement = result.Statements.Single(s => s.MemberId == memberId);
        var line = Costs.Accounts.TrueUp.Run(result, costs.Calls).Lines.Single(l => l.MemberId == memberId).Adjustment;
        return (line with { Trace = [.. statement.ExplainedDue.Trace, .. line.Trace] }, NoticeAfter(period, member.DaysIn(period), statement.Due, last));
    }

    private static Traced<Money> NoticeAfter(Period period, int present, Money due, DateOnly last)
    {
        var days = last.DayNumber - period.End.DayNumber;
        if (days <= 0)
        {
            return new(Money.Zero, [SimulationTexts.Of("simulations.step.notice-within", last, period.End)]);
        }

        var amount = Money.Rounded((decimal)due.Cents * days / present);
        return new(amount, [SimulationTexts.Of(
            "simulations.step.notice", period.End.AddDays(1), last, days, due, present, amount)]);
    }

    private static Traced<Money> Nothing(string key) => new(Money.Zero, [SimulationTexts.Of(key)]);
}
