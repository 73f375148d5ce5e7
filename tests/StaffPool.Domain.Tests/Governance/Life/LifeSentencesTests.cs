using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Tests.Texts;

namespace StaffPool.Domain.Tests.Governance.Life;

/// <summary>What is read of the life of a grouping: each date, nature and debt with its reason, and the exact days of limits.</summary>
public sealed class LifeSentencesTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly IReadOnlyList<Membership> Members = People.Since2020("a", "b", "c");

    [Theory]
    [InlineData(true, "membre à compter du 01/04/2026 : droits et voix à l’ouverture de l’exercice suivant, le 01/01/2027")]
    [InlineData(false, "membre à compter du 01/04/2026 : droits et voix dès le 01/04/2026")]
    public void An_admission_says_from_when_rights_count(bool waits, string sentence) =>
        Admit(Agreements.Silent.With(LifeSettings.RightsBeginNextYear, waits))[0].ShouldBe($"Résidence d, {sentence}");

    [Theory]
    [InlineData(true, "Résidence d ne répond que des dettes échues à compter du 01/04/2026")]
    [InlineData(false, "Résidence d répond aussi des dettes échues avant le 01/04/2026")]
    public void An_admission_says_which_debts_it_answers_for(bool later, string sentence) =>
        Admit(Agreements.Silent.With(LifeSettings.NewcomerAnswersForLaterDebts, later))[1].ShouldBe(sentence);

    [Fact]
    public void A_debt_says_who_came_too_late_and_whether_cents_were_left()
    {
        IReadOnlyList<Membership> members = [.. Members, new(People.Member("d"), Day.AddDays(1))];
        var rights = new VoteTable([new("a", 1, 1), new("a", 2, 0, "autre"), new("b", 1, 1), new("c", 0, 0), new("d", 5, 5)]);

        DebtSharing.Share(new Debt(Money.FromEuros(100), Day), rights, members, Agreements.Silent).Trace.Read().ShouldBe(
        [
            "Résidence d : admis le 02/03/2026, ne répond pas d’une dette échue le 01/03/2026",
            "Résidence a : 100,00 € × 3 droits ÷ 4 = 75,00 €",
            "Résidence b : 100,00 € × 1 droits ÷ 4 = 25,00 €",
        ]);
        DebtSharing.Share(new Debt(new Money(2), Day), rights, members, Agreements.Silent).Trace.Read()[^1]
            .ShouldBe("Centimes restants donnés aux plus forts restes : les parts font exactement 0,02 €");
        DebtSharing.Share(new Debt(Money.Zero, Day), rights, members, Agreements.Silent).Value.Sum(s => s.Amount).ShouldBe(Money.Zero);
        Should.Throw<DomainException>(() => DebtSharing.Share(new Debt(new Money(1), Day), new VoteTable([new("a", 0, 1)]), members, Agreements.Silent))
            .Text!.Key.ShouldBe("life.debt-of-nobody");
    }

    [Fact]
    public void A_leaver_sees_every_debt_and_their_sum()
    {
        var rights = new VoteTable([new("a", 1, 1), new("b", 1, 1)]);
        var leaver = new Membership(People.Member("z"), Day.AddYears(-1));

        LeaverDebts.Of(Members[0], Day, [new(Money.FromEuros(10), Day), new(Money.FromEuros(8), Day.AddDays(1))], rights, Members, Agreements.Silent).Trace.Read().ShouldBe(
        [
            "Résidence a : 10,00 € × 1 droits ÷ 2 = 5,00 €",
            "Résidence b : 10,00 € × 1 droits ÷ 2 = 5,00 €",
            "Résidence a, parti le 01/03/2026, ne répond pas de 8,00 € échus le 02/03/2026",
            "Résidence a : 5,00 € sur 2 dette(s)",
        ]);
        LeaverDebts.Of(leaver, Day, [new(Money.FromEuros(10), Day)], rights, Members, Agreements.Silent).Value.ShouldBe(Money.Zero);
    }

    [Fact]
    public void The_end_of_a_grouping_says_its_ground_and_when_to_tell_the_prefect()
    {
        var living = new Dissolution { Memberships = Members };
        var left = living with { Memberships = [Members[0], Members[1] with { LastDay = Day.AddDays(-31) }, Members[2] with { LastDay = Day.AddDays(-1) }] };

        Said(living).ShouldBe(["Au 10/03/2026, 3 membres et aucune cause de dissolution"]);
        Said(living with { TermEndsOn = Day.AddDays(-1) }).ShouldBe(
            ["Dissous le 01/03/2026 : la durée du groupement est écoulée", "01/03/2026 + 15 jours : préfet informé au plus tard le 16/03/2026"]);
        Said(living with { DecidedFrom = Day })[0].ShouldBe("Dissous le 01/03/2026 par décision de l’assemblée");
        Said(living with { ObjectExtinctFrom = Day })[0].ShouldBe("Dissous le 01/03/2026 : son objet est éteint");
        Said(left)[0].ShouldBe("Dissous le 01/03/2026 : moins de 2 membres");
        // Both have left by then: the first day on which fewer than two remained counts.
        Said(left with { Memberships = [.. left.Memberships.Take(2), Members[2] with { LastDay = Day.AddDays(4) }, new(People.Member("d"), Day.AddYears(-1), Day.AddDays(-1))] })[0]
            .ShouldBe("Dissous le 06/03/2026 : moins de 2 membres");

        static string[] Said(Dissolution dissolution) => dissolution.On(new DateOnly(2026, 3, 10), Agreements.Silent).Trace.Read();
    }

    [Fact]
    public void Mandates_say_their_term()
    {
        var elected = new GroupingMandate(MandateKind.ElectedAdministrator, "Administratrice", new DateOnly(2024, 7, 1), Members[0].Member);
        var director = new GroupingMandate(MandateKind.AppointedDirector, "Directeur", new DateOnly(2026, 1, 1));
        const string Term = "Administratrice : mandat du 01/07/2024, 3 ans, jusqu’au 30/06/2027";

        Said(elected).ShouldBe([Term]);
        Said(elected with { SetEnd = new DateOnly(2027, 6, 30) }).ShouldBe([Term]);
        Said(elected with { SetEnd = new DateOnly(2026, 6, 30) }).ShouldBe([Term, "Fin avancée au 30/06/2026"]);
        Said(director).ShouldBe(["Directeur, directeur nommé : durée fixée par l’ARS, non renseignée"]);
        Said(director with { SetEnd = new DateOnly(2029, 12, 31) }).ShouldBe(["Directeur, directeur nommé jusqu’au 31/12/2029 par l’ARS"]);

        static string[] Said(GroupingMandate mandate) => mandate.LastDay(Agreements.Silent).Trace.Read();
    }

    [Fact]
    public void Somebody_runs_the_grouping_from_the_first_day_of_a_mandate_to_the_last()
    {
        var elected = new GroupingMandate(MandateKind.ElectedAdministrator, "Administratrice", new DateOnly(2024, 7, 1), Members[0].Member);
        var older = elected with { Holder = "Ancien", From = new DateOnly(2021, 7, 1) };

        Said(elected.From, elected).ShouldBeEmpty();
        Said(new DateOnly(2027, 6, 30), elected).ShouldBe(["Le mandat de Administratrice finit le 30/06/2027, dans 0 jours : mettre la suite à l’ordre du jour."]);
        Said(new DateOnly(2027, 4, 1), elected).ShouldBe(["Le mandat de Administratrice finit le 30/06/2027, dans 90 jours : mettre la suite à l’ordre du jour."]);
        Said(new DateOnly(2027, 7, 1), older, elected).ShouldBe(
            ["Le dernier mandat a pris fin le 30/06/2027 : personne ne dirige le groupement le 01/07/2027."]);
        Said(new DateOnly(2025, 7, 1), elected with { Holder = "Seconde", From = new DateOnly(2025, 7, 1) }, elected).ShouldBe(
            ["Plusieurs mandats courent le 01/07/2025 : Administratrice, Seconde."]);
        Said(new DateOnly(2025, 1, 1), elected with { SetEnd = new DateOnly(2027, 6, 30) }).ShouldBeEmpty();
        Said(new DateOnly(2025, 1, 1), elected with { SetEnd = new DateOnly(2027, 7, 1) }).ShouldBe(
            ["Le mandat de Administratrice irait jusqu’au 01/07/2027 : au plus tard le 30/06/2027, puis renouvellement."]);
        GroupingIsRun.Assess(GroupingKind.Gtsms, [elected], Members, new DateOnly(2025, 1, 1), Agreements.Silent).Single().Reference!.Citation
            .ShouldBe("CASF L.312-7-2, décret n° 2025-1394");

        static string[] Said(DateOnly day, params GroupingMandate[] mandates) =>
            GroupingIsRun.Assess(GroupingKind.Gcsms, mandates, Members, day, Agreements.Silent).Read();
    }

    [Theory]
    [InlineData(3, 0, null, "3 membres publics sur 3 : droit public")]
    [InlineData(0, 3, null, "0 membre public sur 3 : droit privé")]
    [InlineData(2, 1, LegalNature.Public, "2 membres publics sur 3, choix de la convention : droit public")]
    [InlineData(2, 1, LegalNature.Private, "2 membres publics sur 3, choix de la convention : droit privé")]
    [InlineData(2, 1, null, "2 membres publics sur 3 : la convention doit choisir entre droit public et droit privé")]
    [InlineData(0, 0, null, "Aucun membre : pas de nature juridique")]
    public void A_nature_says_what_makes_it(int publics, int privates, LegalNature? chosen, string sentence)
    {
        var nature = Of(publics, privates, chosen);

        nature.Derive(Agreements.Silent).Trace.Read().ShouldBe([sentence]);
        nature.Assess(Agreements.Silent).Select(v => v.Code).ShouldBe(nature.Derive(Agreements.Silent).Value is null ? ["life.nature-missing"] : []);
    }

    [Fact]
    public void A_choice_without_members_is_missing_and_not_contradicted()
    {
        Of(2, 1, null).Derive(Agreements.Silent.With(LifeSettings.PublicMajorityMakesPublic, true)).Trace.Read()
            .ShouldBe(["2 membres publics sur 3, la majorité : droit public"]);
        Of(0, 0, LegalNature.Public).Assess(Agreements.Silent).Read()
            .ShouldBe(["La nature juridique du groupement n’est pas établie. Aucun membre : pas de nature juridique."]);
    }

    [Fact]
    public void A_budget_says_when_it_was_due()
    {
        Said(null, new DateOnly(2026, 11, 1)).ShouldBe(["Le budget n’est pas voté : il devait l’être au plus tard le 31/10/2026."]);
        Said(new DateOnly(2026, 11, 2), new DateOnly(2026, 12, 1)).ShouldBe(["Le budget a été voté le 02/11/2026 : il devait l’être au plus tard le 31/10/2026."]);
        Said(new DateOnly(2026, 10, 31), new DateOnly(2026, 12, 1)).ShouldBeEmpty();

        static string[] Said(DateOnly? votedOn, DateOnly day) =>
            NatureConsequences.AssessBudget(LegalNature.Public, new DateOnly(2027, 1, 1), votedOn, day, Agreements.Silent).Read();
    }

    [Fact]
    public void Each_consequence_of_the_nature_cites_its_text() =>
        NatureConsequences.Of(LegalNature.Public).Concat(NatureConsequences.Of(LegalNature.Private)).Select(c => c.Reference.Citation).ShouldBe(
        [
            "CASF R.314-193-5", "CASF R.314-193-5", "Étude GEPSo sur les coopérations", "Étude GEPSo sur les coopérations",
            "CASF R.314-193-5", "CASF R.314-193-5", "Guide ANAP 2011, groupements de droit privé", "CASF R.312-194-21, 4°",
        ]);

    [Fact]
    public void Conditions_of_the_exemption_are_told_with_their_article_and_by_member()
    {
        VatPosition[] positions = [new(People.Member("b", MemberKind.PrivateForProfit), VatStatus.Taxable), new(People.Member("a", MemberKind.PrivateForProfit), VatStatus.Unknown)];

        var violations = VatConditions.Assess(new VatSituation(positions, CallsMatchCosts: false), Day, Agreements.Silent);

        violations.Read().ShouldBe(
        [
            "Les sommes demandées aux membres ne sont pas exactement leur part des dépenses communes : régulariser au centime.",
            "Le régime de TVA de Résidence a n’est pas déclaré : le demander avant le vote.",
            "Résidence b est assujetti à la TVA pour l’activité servie : l’exonération du groupement est en cause.",
            "0 membres sur 2 sont des personnes morales à but non lucratif : une source en demande 80 %. À faire vérifier.",
        ]);
        violations.Take(2).Select(v => v.Reference!.Citation).ShouldBe(["CGI art. 261 B, « à l’euro près »", "CGI art. 261 B"]);
        VatConditions.Assess(new VatSituation([positions[1] with { Status = VatStatus.Exempt }], CallsMatchCosts: true), Day, Agreements.Silent).Read()[0]
            .ShouldBe("1 membre(s) : il en faut 2 pour un groupement exonéré de TVA.");
    }

    [Fact]
    public void A_withdrawal_says_the_last_day_to_tell_and_two_are_enough_to_go_on()
    {
        var outcome = new Withdrawal(Members[0].Member, Day).Decide(Members, Agreements.Silent);

        outcome.Earliest.Trace.Read().ShouldBe(
            ["Retrait notifié le 01/03/2026, préavis de 6 mois : le premier exercice qui le permet finit le 31/12/2026 (notification jusqu’au 30/06/2026)"]);
        outcome.Violations.ShouldBeEmpty();
    }

    [Fact]
    public void A_member_may_be_heard_on_the_day_of_the_vote() =>
        new Exclusion(Members[0].Member, "manquement", Day, Day).Assess(People.Since2020("a", "b", "c", "d"), Agreements.Silent).ShouldBeEmpty();

    [Fact]
    public void A_membership_has_ended_from_the_day_after_its_last()
    {
        var membership = Members[0] with { LastDay = Day };

        (membership.HasEndedBy(Day.AddDays(-1)), membership.HasEndedBy(Day), membership.HasEndedBy(Day.AddDays(1))).ShouldBe((false, false, true));
    }

    private static string[] Admit(FoundingAgreement agreement) =>
        new Admission(People.Member("d"), Day, new DateOnly(2026, 4, 1)).Effects(agreement).Trace.Read();

    private static NatureOfGrouping Of(int publics, int privates, LegalNature? chosen) => new(
        [
            .. Enumerable.Range(0, publics).Select(i => People.Member($"p{i}")),
            .. Enumerable.Range(0, privates).Select(i => People.Member($"q{i}", MemberKind.PrivateNonProfit)),
        ],
        chosen,
        Day);
}
