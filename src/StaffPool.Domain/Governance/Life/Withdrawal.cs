using StaffPool.Domain.Calculations;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Life;

/// <summary>A member that leaves: at the end of a budget year, told months before (CASF R.312-194-10, al. 2).</summary>
/// <param name="Member">Who leaves.</param>
/// <param name="NotifiedOn">Day when the grouping is told.</param>
/// <param name="WantedOn">Last day that it wants as a member; null for the first that is possible.</param>
public sealed record Withdrawal(Member Member, DateOnly NotifiedOn, DateOnly? WantedOn = null)
{
    /// <summary>First end of a budget year that leaves time for the notice.</summary>
    public Traced<DateOnly> Earliest(FoundingAgreement agreement)
    {
        var months = agreement.ValueOf(LifeSettings.WithdrawalNoticeMonths, NotifiedOn);
        var end = BudgetYear.EndOf(NotifiedOn, agreement);
        while (NotifiedOn > BudgetYear.MonthsBefore(end, months))
        {
            end = BudgetYear.EndOf(end.AddDays(1), agreement);
        }

        return new(end, [LifeTexts.Of("life.earliest-withdrawal", NotifiedOn, months, end, BudgetYear.MonthsBefore(end, months))]);
    }

    /// <summary>Last day as a member, or every reason why there is none, with the earliest possible day.</summary>
    /// <param name="memberships">Members of the grouping, the one that leaves among them.</param>
    /// <param name="agreement">Says how long the notice is and when the budget year ends.</param>
    public WithdrawalOutcome Decide(IReadOnlyList<Membership> memberships, FoundingAgreement agreement)
    {
        var earliest = Earliest(agreement);
        var last = WantedOn ?? earliest.Value;
        IReadOnlyList<Violation> violations = [.. Assess(last, earliest.Value, memberships, agreement)];
        return new(violations.AnyBlocking() ? null : last, earliest, violations);
    }

    private IEnumerable<Violation> Assess(
        DateOnly last, DateOnly earliest, IReadOnlyList<Membership> memberships, FoundingAgreement agreement)
    {
        var months = agreement.ValueOf(LifeSettings.WithdrawalNoticeMonths, NotifiedOn);
        var reference = agreement.ReferenceOf(LifeSettings.WithdrawalNoticeMonths, NotifiedOn);
        if (!memberships.HasMember(Member, NotifiedOn))
        {
            yield return Breach("life.withdrawal-of-stranger", Severity.Blocking, Member.Name, NotifiedOn);
        }

        if (last != BudgetYear.EndOf(last, agreement))
        {
            yield return Breach("life.withdrawal-in-year", Severity.Blocking, Member.Name, last, earliest);
        }

        if (last < earliest)
        {
            yield return Breach("life.withdrawal-too-early", Severity.Blocking, Member.Name, last, months, NotifiedOn, earliest);
        }

        var left = memberships.Count(m => !m.Member.Equals(Member) && m.IsInForceOn(last.AddDays(1)));
        var least = agreement.ValueOf(LifeSettings.LeastMembers, last);
        if (left < least)
        {
            yield return Breach("life.withdrawal-dissolves", Severity.Warning, Member.Name, left, least);
        }

        Violation Breach(string code, Severity severity, params object?[] arguments) =>
            new(code, severity, LifeTexts.Of(code, arguments), [Member.Id], reference);
    }
}

/// <param name="LastDay">Last day as a member, or null where something blocks it.</param>
/// <param name="Earliest">The earliest possible last day, explained.</param>
/// <param name="Violations">What blocks it, and what it leads to.</param>
public sealed record WithdrawalOutcome(DateOnly? LastDay, Traced<DateOnly> Earliest, IReadOnlyList<Violation> Violations);
