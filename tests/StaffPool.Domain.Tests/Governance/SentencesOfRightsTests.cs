using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Tests.Texts;

namespace StaffPool.Domain.Tests.Governance;

/// <summary>Every figure explains itself: the steps of shares and votes, and what the rules refuse, as they are read.</summary>
public sealed class SentencesOfRightsTests
{
    private static readonly DateOnly Day = Rights.Day;

    [Theory]
    [InlineData(FigureKind.HalfDaysDeclared, "12,5 demi-journées déclarées")]
    [InlineData(FigureKind.FullTimeEquivalentsLent, "12,5 ETP mis à disposition")]
    [InlineData(FigureKind.Places, "12,5 places")]
    [InlineData(FigureKind.Employees, "12,5 salariés")]
    [InlineData(FigureKind.RunningCostShare, "12,5 % des charges de fonctionnement")]
    public void Shares_by_a_figure_name_its_unit(FigureKind kind, string unit) =>
        new SharesByFigure(kind, 2).Count(Rights.Facts(kind, 12.5m), Day).Trace.Read().ShouldBe([$"A : {unit} × 2 = 25 part(s)"]);

    [Fact]
    public void A_member_without_a_figure_has_no_share_and_no_step_before() =>
        new SharesByFigure(FigureKind.Places).Count(Rights.Members("a"), Day).Trace.Read().ShouldBe(["A : 0 places × 1 = 0 part(s)"]);

    [Fact]
    public void Other_shares_say_where_they_come_from()
    {
        new EqualShares(3).Count(Rights.Members("a", "b"), Day).Trace.Read().ShouldBe(["2 membres × 3 part(s) chacun = 6 parts"]);
        new FixedShares([new("a", 26), new("b", 0)]).Count(Rights.Members("a", "b"), Day).Trace.Read()
            .ShouldBe(["A : 26 part(s), inscrites dans la convention", "B : 0 part(s), inscrites dans la convention"]);
        new NoCapital(new EqualShares(1)).Count(Rights.Members("a"), Day).Trace.Read()
            .ShouldBe(["Groupement sans capital : ces droits n’ont pas de valeur en euros", "1 membres × 1 part(s) chacun = 1 parts"]);
    }

    [Fact]
    public void A_contribution_says_its_kind_and_what_it_pays_for_from_its_day_on()
    {
        var facts = Rights.Members("a") with
        {
            Contributions =
            [
                new("a", ContributionKind.Cash, "apport", Money.FromEuros(100), Day),
                new("a", ContributionKind.InKind, "véhicule", Money.FromEuros(200), new DateOnly(2012, 1, 1)),
                new("a", ContributionKind.SpentBeforeCreation, "étude", Money.FromEuros(8), new DateOnly(2006, 5, 1)),
            ],
        };

        new SharesByContribution(Rights.OneThenTenEuros).Count(facts, Day).Trace.Read().ShouldBe(
        [
            "A, apport en numéraire (apport) : 100,00 € ÷ 10,00 € la part = 10 part(s)",
            "A, apport en nature (véhicule) : 200,00 € ÷ 10,00 € la part = 20 part(s)",
            "A, dépense antérieure à la création (étude) : 8,00 € ÷ 1,00 € la part = 8 part(s)",
        ]);
    }

    [Fact]
    public void A_contribution_that_pays_no_whole_share_is_told() =>
        new SharesByContribution(Rights.OneThenTenEuros)
            .Assess(Rights.Members("a") with { Contributions = [new("a", ContributionKind.Cash, "apport", Money.FromEuros(105), Day)] }, Day)
            .Read().ShouldBe(["A, apport : 5,00 € ne paient pas une part entière. Compléter l’apport ou l’inscrire en créance."]);

    [Fact]
    public void Fixed_shares_name_the_member_and_allow_none() =>
        new FixedShares([new("a", 26), new("a", 1), new("b", 0)]).Assess(Rights.Members("a", "b", "c"), Day).Read().ShouldBe(
        [
            "A figure deux fois parmi les parts fixées par la convention : garder une seule ligne.",
            "La convention ne fixe aucune part pour C : le membre en a zéro.",
        ]);

    [Fact]
    public void A_revaluation_shows_the_capital_at_both_values() =>
        Rights.OneThenTenEuros.Revaluation(new ShareTable([new("a", 26), new("b", 4)]), new DateOnly(2009, 1, 1), Day).Trace.Read()
            .ShouldBe(["30 parts × 1,00 € = 30,00 € ; 30 parts × 10,00 € = 300,00 € ; les voix ne changent pas"]);

    [Fact]
    public void A_revision_says_how_it_is_decided_and_what_each_pays_or_gets()
    {
        ShareTable before = new([new("a", 1), new("b", 3), new("c", 2)]), after = new([new("a", 2), new("b", 1), new("c", 2)]);

        ShareRevision.Between(before, after, Day, RightsRevision.Amendment, Rights.OneThenTenEuros, Rights.Name).Trace.Read().ShouldBe(
        [
            "Parts révisées au 15/06/2026 par avenant",
            "A : 1 → 2 part(s) ; 1 à souscrire × 10,00 € = 10,00 € à verser",
            "B : 3 → 1 part(s) ; 2 à annuler × 10,00 € = 20,00 € à rendre",
            "Total : 6 → 5 parts",
        ]);
        ShareRevision.Between(
                before with { HasCapital = false }, after with { HasCapital = false }, Day, RightsRevision.Formula, null, Rights.Name)
            .Trace.Read().ShouldContain("A : 1 → 2 droit(s), sans capital");
    }

    [Fact]
    public void A_revision_cites_the_article_that_governs_it()
    {
        var violations = ShareRevision.Between(
            new([new("a", 1), new("b", 3), new("c", 0)]), new([new("a", 1), new("b", 0), new("c", 2)]),
            Day, RightsRevision.Amendment, Rights.OneThenTenEuros, Rights.Name).Value.Assess(Rights.Name).ToList();

        violations.Read().ShouldBe(
        [
            "La nouvelle répartition modifie la convention : unanimité des membres présents ou représentés.",
            "C entre : son admission demande l’unanimité des membres présents ou représentés, même si les parts suivent une formule.",
            "B n’aurait plus de part : un retrait ne prend effet qu’en fin d’exercice, après un préavis de six mois.",
        ]);
        violations.Select(v => v.Reference!.Citation).Distinct().ShouldBe(["CASF R.312-194-22", "CASF R.312-194-10"], ignoreOrder: true);
    }

    [Fact]
    public void A_register_that_holds_more_than_the_revision_knows_is_refused()
    {
        var register = ShareRegister.Empty.Issue("a", 2, Day, Rights.Clause).Issue("z", 3, Day, Rights.Clause);
        var revision = ShareRevision.Between(new([new("a", 2)]), new([new("a", 4)]), Day, RightsRevision.Formula, Rights.OneThenTenEuros, Rights.Name);

        Should.Throw<DomainException>(() => revision.Value.ApplyTo(register, Rights.Clause)).Text!.Key.ShouldBe("revision.other-register");
    }

    [Fact]
    public void Movements_of_shares_follow_each_other_and_carry_at_least_one()
    {
        var register = ShareRegister.Empty.Issue("a", 5, Day, Rights.Clause);
        var dayBefore = Day.AddDays(-1);

        Refusal(r => r.Transfer("a", "b", 0, Day, Rights.Clause)).ShouldBe("register.count");
        Refusal(r => r.Cancel("a", 0, Day, Rights.Clause)).ShouldBe("register.count");
        Refusal(r => r.Transfer("a", "b", 1, dayBefore, Rights.Clause)).ShouldBe("register.earlier");
        Refusal(r => r.Cancel("a", 1, dayBefore, Rights.Clause)).ShouldBe("register.earlier");
        Refusal(r => r.Renumber(dayBefore, Rights.Clause)).ShouldBe("register.earlier");
        Refusal(r => r.Issue("b", 1, dayBefore, Rights.Clause)).ShouldBe("register.earlier");

        string Refusal(Func<ShareRegister, object> movement) =>
            Should.Throw<DomainException>(() => movement(register)).Text.ShouldNotBeNull().Key;
    }

    [Fact]
    public void Colleges_say_who_has_how_many_votes_and_by_which_rule()
    {
        var scheme = new CollegeVoting(
        [
            new("p", "Politique", new EnteredSeats([new("a", 3, "président"), new("b", 2), new("c", 0)])),
            new("t", "Technique", new ApportionedSeats(5, ApportionmentMethod.LargestRemainder, FigureKind.Employees)),
            new("d", "Autre", new ApportionedSeats(2, ApportionmentMethod.DHondt, FigureKind.Employees)),
            new("s", "Dernier", new ApportionedSeats(1, ApportionmentMethod.SainteLague, FigureKind.Employees)),
        ]);
        var facts = Rights.Facts(FigureKind.Employees, 60, 40, 0);

        var votes = scheme.Votes(new EqualShares(1).Count(facts, Day).Value, facts, Day);

        votes.Trace.Read().ShouldBe(
        [
            "Politique : 5 voix",
            "A, président : 3 voix inscrites dans la convention",
            "B : 2 voix inscrites dans la convention",
            "Technique : 5 voix",
            "A : 60 sur 100 × 5 sièges = 3, soit 3 siège(s) (plus forts restes)",
            "B : 40 sur 100 × 5 sièges = 2, soit 2 siège(s) (plus forts restes)",
            "C : 0 sur 100 × 5 sièges = 0, soit 0 siège(s) (plus forts restes)",
            "Autre : 2 voix",
            "A : 60 sur 100 × 2 sièges = 1,2, soit 1 siège(s) (plus forte moyenne, D’Hondt)",
            "B : 40 sur 100 × 2 sièges = 0,8, soit 1 siège(s) (plus forte moyenne, D’Hondt)",
            "C : 0 sur 100 × 2 sièges = 0, soit 0 siège(s) (plus forte moyenne, D’Hondt)",
            "Dernier : 1 voix",
            "A : 60 sur 100 × 1 sièges = 0,6, soit 1 siège(s) (plus forte moyenne, Sainte-Laguë)",
            "B : 40 sur 100 × 1 sièges = 0,4, soit 0 siège(s) (plus forte moyenne, Sainte-Laguë)",
            "C : 0 sur 100 × 1 sièges = 0, soit 0 siège(s) (plus forte moyenne, Sainte-Laguë)",
        ]);
        // Who has no seat votes in no college.
        votes.Value.Rows.ShouldNotContain(r => r.Votes == 0 && r.College != null);
        votes.Value.VotesOf("a").ShouldBe(3 + 3 + 1 + 1);
        scheme.Assess(facts, Day).ShouldBeEmpty();
    }

    [Fact]
    public void Equal_claims_to_a_seat_go_to_the_first_identifier_whatever_the_order_of_the_list()
    {
        var facts = Rights.Facts(FigureKind.Employees, 10, 10);
        var seats = new ApportionedSeats(1, ApportionmentMethod.LargestRemainder, FigureKind.Employees);

        seats.Votes(facts with { Members = [.. facts.Members.Reverse()] }, Day).Value.ShouldHaveSingleItem().HolderId.ShouldBe("a");
    }

    [Fact]
    public void A_college_without_figures_says_how_many_seats_wait() =>
        new ApportionedSeats(5, ApportionmentMethod.DHondt, FigureKind.Employees)
            .Assess(new College("t", "Technique", new EnteredSeats([])), Rights.Members("a"), Day).Read()
            .ShouldBe(["Technique : aucun chiffre pour répartir les 5 sièges. Le saisir, ou inscrire les sièges à la main."]);

    [Fact]
    public void One_college_whose_figures_cancel_out_but_for_one_member_can_follow_them() =>
        new ApportionedSeats(5, ApportionmentMethod.DHondt, FigureKind.Employees)
            .Assess(new College("t", "Technique", new EnteredSeats([])), Rights.Facts(FigureKind.Employees, 0, 4), Day).ShouldBeEmpty();

    [Fact]
    public void Votes_by_head_by_holder_and_by_mandate_say_their_count()
    {
        var facts = Rights.Members("a", "b") with { Mandates = [new("x", "a", Day), new("y", "b", new DateOnly(2024, 1, 1), Day)] };
        var shares = new EqualShares(1).Count(facts, Day).Value;

        new OneMemberOneVote().Votes(shares, facts, Day).Trace.Read().ShouldBe(["Une voix par membre, quelles que soient les parts : 2 voix"]);
        new VotesPerHolder([new("directeur", 1), new("président", 2)]).Votes(shares, facts, Day).Trace.Read()
            .ShouldBe(["directeur : 1 voix", "président : 2 voix", "2 membres × 3 voix chacun = 6 voix"]);
        // The first and the last day of a mandate count.
        new VotesByMandate(2, 1, []).Votes(shares, facts, Day).Trace.Read().ShouldBe(["2 membres × 2 sièges, dont 2 occupés : 2 voix"]);
        new VotesByMandate(2, 1, []).Assess(facts, Day).Read().ShouldBe(
        [
            "A n’a que 1 mandataire(s) sur 2 : un siège vacant n’a pas de voix.",
            "B n’a que 1 mandataire(s) sur 2 : un siège vacant n’a pas de voix.",
        ]);
    }

    [Fact]
    public void Mandates_that_pile_up_are_told_by_name()
    {
        var from = new DateOnly(2024, 1, 1);
        var facts = Rights.Members("a", "b") with
        {
            Mandates =
            [
                new("x", "a", from), new("x", "b", from), new("y", "a", from),
                new("p", "b", from, office: "président"), new("q", "b", from, office: "coordonnateur"),
            ],
        };

        new VotesByMandate(1, 1, [new("président", "coordonnateur")]).Assess(facts, Day).Read().ShouldBe(
        [
            "x détient 2 sièges à la fois, 1 au plus.",
            "A a 2 mandataires à la fois, 1 au plus.",
            "B tient en même temps « président » et « coordonnateur », qui ne peuvent revenir au même membre.",
        ]);
    }

    [Fact]
    public void A_mandate_of_one_day_can_exist() => new Mandate("x", "a", Day, Day).To.ShouldBe(Day);

    [Fact]
    public void A_seat_without_a_vote_cannot_exist() =>
        Should.Throw<DomainException>(() => new VotesPerHolder([new("directeur", 1), new("invité", 0)])).Text!.Key.ShouldBe("votes.seats");

    [Fact]
    public void Limits_on_majorities_say_what_they_changed()
    {
        Said(new MajorityAllowed(), 6, 1, 2).ShouldBe(
            ["A a 6 voix sur 9, les autres membres 3 : majorité à lui seul", "La convention ne limite pas les voix d’un membre"]);
        Said(new CapToTheOthers(), 6, 1, 2).ShouldBe(
        [
            "Exactement la moitié des 6 voix pour A : ce n’est pas la majorité, mais rien ne se décide contre.",
            "A a 6 voix sur 9, les autres membres 3 : majorité à lui seul",
            "A : 6 → 3 voix, la somme de celles des autres ; ses parts ne changent pas ; total 6 voix",
        ]);
        Said(new CapToTheOthers(), 6, 0).ShouldContain("A est seul à avoir des voix : aucun plafond n’est possible.");
        Said(new RequireAgreeingMembers(3), 6, 1).ShouldContain(
            "L’accord de 3 membres est demandé et 2 seulement ont des voix : rien ne pourrait être décidé.");
        Said(new CapToTheOthers(), 3, 3).ShouldContain(
            "Exactement la moitié des 6 voix pour A, B : ce n’est pas la majorité, mais rien ne se décide contre.");

        static string[] Said(NoMajorityPolicy policy, params long[] votes)
        {
            var result = policy.Apply(Rights.Table(votes), null, Rights.Name);
            return [.. result.Value.Violations.Read().Where(v => !result.Trace.Read().Contains(v)), .. result.Trace.Read()];
        }
    }

    [Fact]
    public void What_makes_a_table_meaningless_is_told_in_full()
    {
        Said(Rights.Members(), Rights.Terms(new EqualShares(1))).ShouldContain("Aucun membre n’a de droits : un groupement en a au moins deux.");
        Said(Rights.Members("a"), Rights.Terms(new EqualShares(1)))
            .ShouldContain("A est le seul membre à voix délibérative : un groupement en a au moins deux.");
        Said(Rights.Members("a", "a", "b"), Rights.Terms(new EqualShares(1))).ShouldContain("A figure deux fois parmi les membres.");
        Said(Rights.HalfDays(0, 0), Rights.Terms()).ShouldContain(
            "Aucune part au 15/06/2026 : le quorum se compte sur les droits, il n’y en a pas.");
        Said(Rights.Members("a", "b"), Rights.Terms(new EqualShares(1), new VotesByMandate(1, 1, []))).ShouldContain(
            "Aucune voix au 15/06/2026 : l’assemblée ne pourrait rien décider.");
        Said(Rights.HalfDays(5, 5) with { Figures = [.. Rights.HalfDays(5, 5).Figures, Rights.HalfDays(6).Figures[0]] }, Rights.Terms())
            .ShouldContain("A : 2 chiffres de même nature au 01/01/2020, garder le bon.");
        RightsComputation.Compute(new RightsAgreement([]), Rights.Members("a", "b"), Day).Violations.Read()
            .ShouldBe(["La convention ne dit rien des parts et des voix au 15/06/2026."]);

        static string[] Said(RightsFacts facts, RightsTerms terms) => Rights.Compute(facts, terms).Violations.Read();
    }

    [Fact]
    public void Whoever_is_mentioned_must_be_a_member_and_nothing_brought_is_negative()
    {
        var facts = Rights.Members("a", "b") with
        {
            Figures = [new("w", FigureKind.Places, 1, Day)],
            Contributions = [new("x", ContributionKind.Cash, "apport", Money.FromEuros(1), Day), new("a", ContributionKind.Cash, "rien", Money.Zero, Day), new("a", ContributionKind.Cash, "retrait", Money.FromEuros(-1), Day)],
            Mandates = [new("p", "y", Day)],
        };

        var outcome = Rights.Compute(facts, Rights.Terms(new EqualShares(1)) with { ConsultativeMembers = ["z"] });

        outcome.Violations.Where(v => v.Code == "rights.unknown-member").SelectMany(v => v.Subjects).ShouldBe(["w", "x", "y", "z"]);
        outcome.Violations.Where(v => v.Code == "rights.negative").SelectMany(v => v.Subjects).ShouldBe(["a"]);
    }

    [Fact]
    public void A_consultative_member_is_told_to_have_neither_share_nor_vote() =>
        Rights.Compute(Rights.Members("a", "b", "c"), Rights.Terms(new EqualShares(1)) with { ConsultativeMembers = ["c"] }).Table!.Trace.Read()
            .ShouldContain("C : voix consultative, ni part ni voix délibérative");

    [Theory]
    [InlineData(VotingTableChoice.InForceAtConvening, true, "Table des voix figée le 15/06/2026, jour de la convocation, sur les parts en vigueur : 3 parts, 3 voix")]
    [InlineData(VotingTableChoice.Revised, true, "Table des voix figée le 15/06/2026, jour de la convocation, sur les parts révisées : 7 parts, 7 voix")]
    [InlineData(VotingTableChoice.Revised, false, "Aucune révision à l’ordre du jour : table des voix figée le 15/06/2026 sur les parts en vigueur, 3 parts, 3 voix")]
    public void The_table_that_votes_says_which_it_is(VotingTableChoice choice, bool isRevised, string sentence) =>
        FrozenVotes.On(
                Day, Rights.Terms() with { Revision = RightsRevision.Formula, VotingTable = choice },
                Rights.Table(1, 2), isRevised ? Rights.Table(3, 4) : null)
            .Trace.Read().ShouldBe([sentence]);
}
