using StaffPool.Application.Scenarios;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Governance;

/// <summary>The members of a grouping after each declared event, those first that were decided first.</summary>
/// <param name="Memberships">Who has rights, from when to when.</param>
/// <param name="Belonging">Who belongs to the grouping, from when to when: a newcomer may have no rights yet.</param>
/// <param name="Admissions">Each with what speaks against it; empty where it stands.</param>
/// <param name="Withdrawals">Each with what became of it.</param>
/// <param name="Exclusions">Each with what speaks against it.</param>
internal sealed record LifeCourse(
    IReadOnlyList<Membership> Memberships,
    IReadOnlyList<Membership> Belonging,
    IReadOnlyList<(Admission Event, IReadOnlyList<Violation> Violations)> Admissions,
    IReadOnlyList<(Withdrawal Event, WithdrawalOutcome Outcome)> Withdrawals,
    IReadOnlyList<(Exclusion Event, IReadOnlyList<Violation> Violations)> Exclusions)
{
    public static LifeCourse Of(Scenario scenario, DeclaredLife life)
    {
        var agreement = scenario.Grouping.Agreement;
        var belonging = life.Memberships.ToList();
        var rights = life.Memberships.ToList();
        var admissions = new List<(Admission, IReadOnlyList<Violation>)>();
        var withdrawals = new List<(Withdrawal, WithdrawalOutcome)>();
        var exclusions = new List<(Exclusion, IReadOnlyList<Violation>)>();
        var events = life.Admissions.Select(a => (Day: a.DecidedOn, Apply: (Action)(() => Admit(a))))
            .Concat(life.Withdrawals.Select(w => (Day: w.NotifiedOn, Apply: (Action)(() => Withdraw(w)))))
            .Concat(life.Exclusions.Select(e => (Day: e.DecidedOn, Apply: (Action)(() => Exclude(e)))));
        foreach (var (_, apply) in events.OrderBy(e => e.Day))
        {
            apply();
        }

        return new LifeCourse(rights, belonging, admissions, withdrawals, exclusions);

        void Admit(Admission admission)
        {
            var violations = admission.Assess(belonging).ToList();
            admissions.Add((admission, violations));
            if (violations.Count == 0)
            {
                belonging.Add(new Membership(admission.Newcomer, admission.EffectiveOn));
                rights.Add(new Membership(admission.Newcomer, admission.Effects(agreement).Value.RightsFrom));
            }
        }

        void Withdraw(Withdrawal withdrawal)
        {
            var outcome = withdrawal.Decide(belonging, agreement);
            withdrawals.Add((withdrawal, outcome));
            if (outcome.LastDay is { } last)
            {
                End(withdrawal.Member.Id, last);
            }
        }

        void Exclude(Exclusion exclusion)
        {
            var violations = exclusion.Assess(belonging, agreement).ToList();
            exclusions.Add((exclusion, violations));
            if (violations.Count == 0)
            {
                End(exclusion.Member.Id, exclusion.DecidedOn);
            }
        }

        void End(string memberId, DateOnly last)
        {
            foreach (var list in new[] { belonging, rights })
            {
                var at = list.FindLastIndex(m => m.Member.Id == memberId && m.From <= last);
                if (at >= 0)
                {
                    list[at] = list[at] with { LastDay = last };
                }
            }
        }
    }
}
