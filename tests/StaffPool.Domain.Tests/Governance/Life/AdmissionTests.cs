using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Life;

namespace StaffPool.Domain.Tests.Governance.Life;

public sealed class AdmissionTests
{
    private static readonly Admission MidYear = new(People.Member("e"), new DateOnly(2026, 5, 12), new DateOnly(2026, 6, 1));

    [Fact]
    public void A_newcomers_votes_begin_with_the_next_budget_year()
    {
        var effects = MidYear.Effects(Agreements.Silent);

        effects.Value.ShouldBe(new AdmissionEffects(new DateOnly(2026, 6, 1), new DateOnly(2027, 1, 1), new DateOnly(2026, 6, 1)));
        effects.Trace[0].ToString().ShouldBe(
            "Résidence e, membre à compter du 01/06/2026\u00A0: droits et voix à l’ouverture de l’exercice suivant, le 01/01/2027");
    }

    [Fact]
    public void They_begin_at_once_on_the_first_day_of_a_year_or_where_the_agreement_says_so()
    {
        (MidYear with { EffectiveOn = new DateOnly(2027, 1, 1) }).Effects(Agreements.Silent).Value.RightsFrom.ShouldBe(new DateOnly(2027, 1, 1));
        MidYear.Effects(Agreements.Silent.With(LifeSettings.RightsBeginNextYear, false)).Value.RightsFrom.ShouldBe(new DateOnly(2026, 6, 1));
    }

    [Fact]
    public void A_newcomer_may_have_to_answer_for_all_debts() =>
        MidYear.Effects(Agreements.Silent.With(LifeSettings.NewcomerAnswersForLaterDebts, false)).Value.AnswersForDebtsDueFrom.ShouldBeNull();

    [Fact]
    public void Nobody_is_admitted_twice_or_before_the_vote()
    {
        MidYear.Assess(People.Since2020("a", "b")).ShouldBeEmpty();
        (MidYear with { EffectiveOn = new DateOnly(2026, 5, 1) }).Assess(People.Since2020("a", "e")).Select(v => v.Code)
            .ShouldBe(["life.already-a-member", "life.admission-before-decision"]);
    }
}
