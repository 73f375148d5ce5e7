using StaffPool.Domain.Calculations;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Life;

/// <summary>A member that the assembly lets in, unanimously (CASF R.312-194-21, 6°, and -22).</summary>
/// <param name="Newcomer">Who comes in.</param>
/// <param name="DecidedOn">Day of the decision.</param>
/// <param name="EffectiveOn">First day as a member.</param>
public sealed record Admission(Member Newcomer, DateOnly DecidedOn, DateOnly EffectiveOn)
{
    private static readonly LegalReference Article = new("CASF R.312-194-21, 6°", Confidence.Text);

    /// <summary>From when the newcomer has rights and votes, and which debts it answers for.</summary>
    public Traced<AdmissionEffects> Effects(FoundingAgreement agreement)
    {
        var yearEnd = BudgetYear.EndOf(EffectiveOn, agreement);
        var isFirstDay = EffectiveOn.AddDays(-1) == BudgetYear.EndOf(EffectiveOn.AddDays(-1), agreement);
        var waits = agreement.ValueOf(LifeSettings.RightsBeginNextYear, EffectiveOn) && !isFirstDay;
        var rightsFrom = waits ? yearEnd.AddDays(1) : EffectiveOn;
        var later = agreement.ValueOf(LifeSettings.NewcomerAnswersForLaterDebts, EffectiveOn);
        return new(
            new AdmissionEffects(EffectiveOn, rightsFrom, later ? EffectiveOn : null),
            [
                LifeTexts.Of(waits ? "life.rights-next-year" : "life.rights-at-once", Newcomer.Name, EffectiveOn, rightsFrom),
                LifeTexts.Of(later ? "life.answers-for-later" : "life.answers-for-all", Newcomer.Name, EffectiveOn),
            ]);
    }

    /// <summary>Every reason why the admission cannot stand as it is.</summary>
    public IEnumerable<Violation> Assess(IReadOnlyList<Membership> memberships)
    {
        if (memberships.HasMember(Newcomer, EffectiveOn))
        {
            yield return Breach("life.already-a-member", Newcomer.Name, EffectiveOn);
        }

        if (EffectiveOn < DecidedOn)
        {
            yield return Breach("life.admission-before-decision", Newcomer.Name, EffectiveOn, DecidedOn);
        }

        Violation Breach(string code, params object?[] arguments) =>
            new(code, Severity.Blocking, LifeTexts.Of(code, arguments), [Newcomer.Id], Article);
    }
}

/// <param name="MemberFrom">First day as a member.</param>
/// <param name="RightsFrom">First day with rights and votes.</param>
/// <param name="AnswersForDebtsDueFrom">It answers for debts falling due from this day on; null for all of them.</param>
public sealed record AdmissionEffects(DateOnly MemberFrom, DateOnly RightsFrom, DateOnly? AnswersForDebtsDueFrom);
