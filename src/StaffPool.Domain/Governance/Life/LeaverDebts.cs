using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Governance.Life;

/// <summary>
/// What a member that leaves still owes of the debts of the grouping, in proportion to its rights. Whether it also
/// answers for those that fall due after its last day is in no source: a setting says so.
/// </summary>
public static class LeaverDebts
{
    /// <param name="leaver">Who leaves.</param>
    /// <param name="lastDay">Its last day as a member.</param>
    /// <param name="debts">Debts contracted by that day, whenever they fall due.</param>
    /// <param name="rights">Rights while it is a member.</param>
    /// <param name="memberships">Since when each is a member.</param>
    /// <param name="agreement">Says which debts it answers for.</param>
    /// <exception cref="DomainException">See <see cref="DebtSharing.Share"/>.</exception>
    public static Traced<Money> Of(
        Membership leaver,
        DateOnly lastDay,
        IReadOnlyList<Debt> debts,
        VoteTable rights,
        IReadOnlyList<Membership> memberships,
        FoundingAgreement agreement)
    {
        var answersForLater = agreement.ValueOf(LifeSettings.LeaverAnswersForLaterDebts, lastDay);
        var owed = Money.Zero;
        var trace = new List<Text>();
        foreach (var debt in debts)
        {
            if (debt.DueOn > lastDay && !answersForLater)
            {
                trace.Add(LifeTexts.Of("life.debt-after-leaving", leaver.Member.Name, lastDay, debt.Amount, debt.DueOn));
                continue;
            }

            var shared = DebtSharing.Share(debt, rights, memberships, agreement);
            owed += shared.Value.FirstOrDefault(s => s.MemberId == leaver.Member.Id)?.Amount ?? Money.Zero;
            trace.AddRange(shared.Trace);
        }

        return new(owed, [.. trace, LifeTexts.Of("life.leaver-debts", leaver.Member.Name, owed, debts.Count)]);
    }
}
