using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Tests.Texts;

namespace StaffPool.Domain.Tests.Governance.Assemblies;

/// <summary>Each condition of a motion as it is read, with its figures, its name and its article.</summary>
public sealed class ConditionSentencesTests
{
    private static readonly GeneralAssembly Sitting = Sittings.Regular;

    /// <summary>Two colleges in which each member holds votes.</summary>
    private static readonly GeneralAssembly Colleges = Sitting with
    {
        Votes = new VoteTable(
        [
            new("a", 2, 5, "politique"), new("a", 0, 2, "technique"),
            new("b", 2, 4, "politique"), new("b", 0, 3, "technique"),
        ]),
        Present = ["a", "b"],
    };

    [Fact]
    public void An_ordinary_motion_says_quorum_and_majority()
    {
        var result = MotionDecision.Decide(Sitting, Sitting.Motion(AssemblyMatter.Budget, "a", "b", "c"));

        Read(result).ShouldBe(
        [
            "quorum : Quorum : 100 droits présents ou représentés sur 100, il en faut 50 (50 %) ; atteint",
            "majority : Majorité : 85 voix pour sur 100, il en faut 51 (plus de 50 %) ; atteint",
        ]);
    }

    [Fact]
    public void A_second_call_says_that_it_needs_no_quorum_under_the_same_name()
    {
        var second = Sitting.Absent("a", "b") with { Notice = Sitting.Notice with { FirstSitting = new DateOnly(2026, 5, 30) } };

        Read(MotionDecision.Decide(second, second.Motion(AssemblyMatter.Budget, "c")))[0].ShouldBe(
            "quorum : Seconde convocation, sans quorum : 35 droits présents ou représentés, il en faut 0 ; atteint");
    }

    [Fact]
    public void Amendments_cite_the_article_and_new_rights_another()
    {
        var amendment = MotionDecision.Decide(Sitting, Sitting.Motion(AssemblyMatter.Amendment, "a")).Of("assembly.unanimity");
        var rights = MotionDecision.Decide(Sitting, Sitting.Motion(AssemblyMatter.RightsRevision, "a")).Of("assembly.unanimity");

        amendment.Sentence.Read().ShouldBe("Unanimité : 1 membre(s) présents ou représentés d’accord, il en faut 4 ; il en manque 3");
        (amendment.Reference.Citation, rights.Reference.Citation).ShouldBe(("CASF R.312-194-22", "CASF R.312-194-21, 5°"));
    }

    [Theory]
    [InlineData(true, true, "Exclusion : 65 voix pour sur 100 voix de l’assemblée (celles de c comprises), il en faut 50 (50 %) ; atteint")]
    [InlineData(true, false, "Exclusion : 80 voix présentes ou représentées sur 100 voix de l’assemblée (celles de c comprises), il en faut 50 (50 %) ; atteint")]
    [InlineData(false, true, "Exclusion : 65 voix pour sur 80 voix de l’assemblée (sans celles de c), il en faut 40 (50 %) ; atteint")]
    public void An_exclusion_says_which_reading_of_the_text_was_taken(bool withMember, bool mustAgree, string sentence)
    {
        var sitting = Sitting.With(AssemblySettings.ExclusionCountsTheMember, withMember).With(AssemblySettings.ExclusionShareMustAgree, mustAgree);
        var motion = sitting.Motion(AssemblyMatter.Exclusion, "a", "b") with { MemberToExclude = "c" };

        MotionDecision.Decide(sitting, motion).Of("assembly.exclusion-share").Sentence.Read().ShouldBe(sentence);
    }

    [Fact]
    public void Members_agree_with_all_their_votes_in_every_college()
    {
        var sitting = Colleges with { AgreeingMembers = 2 };
        var motion = Sitting.Motion(AssemblyMatter.Budget) with
        {
            Ballots =
            [
                new("a", VoteChoice.For, "politique"), new("a", VoteChoice.For, "technique"),
                new("b", VoteChoice.For, "politique"), new("b", VoteChoice.Against, "technique"),
            ],
        };

        var condition = MotionDecision.Decide(sitting, motion).Of("assembly.agreeing-members");

        condition.Sentence.Read().ShouldBe("Accord de plusieurs membres : 1 d’accord, il en faut 2 ; il en manque 1");
        condition.Reference.Citation.ShouldBe("Guide ANAP 2011, Fil Rouge 35");
        MotionDecision.Decide(sitting, motion with { AgendaItem = nameof(AssemblyMatter.Admission) }).Of("assembly.unanimity").Reached.ShouldBe(1);
    }

    [Fact]
    public void A_member_there_with_votes_in_two_colleges_is_one_member_agreed()
    {
        var motion = Sitting.Motion(AssemblyMatter.Admission) with
        {
            Ballots =
            [
                new("a", VoteChoice.For, "politique"), new("a", VoteChoice.For, "technique"),
                new("b", VoteChoice.For, "politique"), new("b", VoteChoice.For, "technique"),
            ],
        };

        var condition = MotionDecision.Decide(Colleges, motion).Of("assembly.unanimity");

        (condition.Reached, condition.Needed).ShouldBe((2, 2));
    }

    [Fact]
    public void Where_an_abstention_breaks_nothing_who_abstains_is_neither_asked_nor_counted()
    {
        var sitting = Sitting.With(AssemblySettings.AbstentionBreaksUnanimity, false);
        var motion = Sitting.Motion(AssemblyMatter.Admission) with
        {
            Ballots = [new("a", VoteChoice.For, Votes: 10), new("b", VoteChoice.Against, Votes: 1), new("b", VoteChoice.For, Votes: 1)],
        };

        var condition = MotionDecision.Decide(sitting, motion).Of("assembly.unanimity");

        // a agrees with part of its votes, b is against with as many as for, c and d abstain.
        (condition.Reached, condition.Needed).ShouldBe((1, 2));
    }

    [Fact]
    public void A_college_is_named_in_its_majority_and_in_its_suspension()
    {
        var sitting = Colleges.With(AssemblySettings.MajorityInEachCollege, true) with
        {
            CollegeNames = new Dictionary<string, string>(StringComparer.Ordinal) { ["technique"] = "Directeurs", ["politique"] = "Présidents" },
            SuspensionRights = [new("politique", "technique")],
            Notice = Sitting.Notice with { Agenda = [new("tous", AssemblyMatter.Budget, "Budget"), new("formation", AssemblyMatter.Other, "Plan", "technique")] },
        };
        var motion = new Motion
        {
            Id = "m", AgendaItem = "tous", Wording = "Budget",
            Ballots = [new("a", VoteChoice.For, "politique"), new("a", VoteChoice.For, "technique")],
        };

        Read(MotionDecision.Decide(sitting, motion)).Skip(2).ShouldBe(
        [
            "college-majority-politique : Majorité du collège « Présidents » : 5 voix pour sur 9, il en faut 5 (plus de 50 %) ; atteint",
            "college-majority-technique : Majorité du collège « Directeurs » : 2 voix pour sur 5, il en faut 3 (plus de 50 %) ; il en manque 1",
        ]);
        // What one college decides needs no other majority, and the suspension is its own.
        var training = MotionDecision.Decide(sitting, motion with { AgendaItem = "formation", Ballots = [new("a", VoteChoice.For), new("b", VoteChoice.For)] });
        Read(training).Skip(2).ShouldBe(
        [
            "not-suspended-politique : Suspension par le collège « Présidents » : 0 voix sur 9 la demandent ; 9 ne la demandent pas, il en faut 5 pour que la décision tienne ; atteint",
        ]);
        training.Of("assembly.not-suspended").Reference.Citation.ShouldBe("Guide ANAP 2011, SAGESS");
    }

    [Fact]
    public void A_right_to_suspend_holds_for_its_college_alone()
    {
        var sitting = Colleges with
        {
            SuspensionRights = [new("politique", "technique")],
            Notice = Sitting.Notice with { Agenda = [new("x", AssemblyMatter.Other, "Choix", "politique")] },
            Motions = [new Motion { Id = "m", AgendaItem = "x", Wording = "Choix", Ballots = [new("a", VoteChoice.For)] }],
        };

        MotionDecision.Decide(sitting, sitting.Motions[0]).Conditions.Select(c => c.Name).ShouldBe(["quorum", "majority"]);
    }

    [Fact]
    public void The_chair_decides_a_tie_only_with_all_its_votes_and_never_a_vote_without_any()
    {
        var sitting = (Sitting with
        {
            Votes = new VoteTable([new("a", 5, 5, "x"), new("a", 0, 5, "y"), new("b", 10, 10, "x")]), Present = ["a", "b"], Chair = "a",
        }).With(AssemblySettings.ChairCastingVote, true);
        var motion = Sitting.Motion(AssemblyMatter.Budget) with
        {
            Ballots = [new("a", VoteChoice.For, "x"), new("a", VoteChoice.Against, "y"), new("b", VoteChoice.For, Votes: 5), new("b", VoteChoice.Against, Votes: 5)],
        };

        MotionDecision.Decide(sitting, motion).Conditions.ShouldNotContain(c => c.Code == "assembly.casting-vote");
        MotionDecision.Decide(sitting, motion with { Ballots = [] }).IsPassed.ShouldBeFalse();
        MotionDecision.Decide(sitting with { Chair = "z" }, motion).Conditions.ShouldNotContain(c => c.Code == "assembly.casting-vote");
        MotionDecision.Decide(sitting, motion with { Ballots = [new("a", VoteChoice.For, "x"), new("a", VoteChoice.For, "y"), new("b", VoteChoice.Against)] })
            .Of("assembly.casting-vote").Sentence.Read()
            .ShouldBe("Partage des voix : 10 pour sur 20, il en faut 10 avec la voix prépondérante de a, qui préside ; atteint");
    }

    [Fact]
    public void Abstentions_make_a_tie_only_where_they_count()
    {
        var sitting = (Sitting with { Votes = new VoteTable([new("a", 50, 50), new("b", 30, 30), new("c", 20, 20)]), Present = ["a", "b", "c"], Chair = "a" })
            .With(AssemblySettings.ChairCastingVote, true);
        var motion = Sitting.Motion(AssemblyMatter.Budget) with { Ballots = [new("a", VoteChoice.For), new("b", VoteChoice.Against)] };

        // 50 for and 30 against of 80 cast: a majority without the chair where abstentions do not count.
        MotionDecision.Decide(sitting, motion).Of("assembly.casting-vote").Reached.ShouldBe(50);
        MotionDecision.Decide(sitting.With(AssemblySettings.AbstentionsCount, false), motion).Of("assembly.majority").Needed.ShouldBe(41);
    }

    [Fact]
    public void Delays_of_a_notice_say_their_count()
    {
        NoticeDelays.LastDay(Sittings.Opening, Agreements.Silent).Trace.Read()
            .ShouldBe(["Séance du 20/06/2026 − 15 jours : convocation envoyée au plus tard le 05/06/2026"]);
        NoticeDelays.LastMoment(Sittings.Opening, Agreements.Silent).Trace.Read()
            .ShouldBe(["Séance du 20/06/2026 14:00 − 48 heures : convocation d’urgence envoyée au plus tard le 18/06/2026 14:00"]);
        NoticeDelays.LastDayOfSecondCall(new DateOnly(2026, 6, 20), isUrgent: true, Agreements.Silent).Trace.Read()
            .ShouldBe(["Séance sans quorum du 20/06/2026 + 8 jours : nouvelle convocation au plus tard le 28/06/2026"]);
    }

    [Fact]
    public void What_blocks_comes_before_what_warns_and_each_cites_its_article()
    {
        var sitting = Sitting with
        {
            Notice = Sitting.Notice with { Place = "" },
            Present = [.. Sitting.Present, "inconnu"],
            Motions =
            [
                Sitting.Motion(AssemblyMatter.Budget) with { Ballots = [new("z", VoteChoice.For), new("inconnu", VoteChoice.For)] },
                Sitting.Motion(AssemblyMatter.Budget) with { Id = "m2", AgendaItem = "ailleurs", Ballots = [] },
            ],
        };

        var violations = AssemblyChecker.Check(sitting);

        violations.Select(v => v.Severity).ShouldBe(violations.Select(v => v.Severity).OrderDescending());
        violations.Select(v => (v.Code, v.Reference?.Citation)).ShouldBe(
        [
            ("assembly.no-place", "CASF R.312-194-20"),
            ("assembly.motion-off-agenda", "CASF R.312-194-20"),
            ("assembly.present-stranger", "CASF R.312-194-19"),
            ("assembly.ballot-stranger", "CASF R.312-194-22"),
            ("assembly.ballot-stranger", "CASF R.312-194-22"),
        ], ignoreOrder: true);
        // Ballots by member, whatever the order in which they were handed in.
        violations.Where(v => v.Code == "assembly.ballot-stranger").Select(v => v.Subjects[1]).ShouldBe(["inconnu", "z"]);
    }

    [Theory]
    [InlineData(false, "assembly.notice-late")]
    [InlineData(true, "assembly.urgent-notice-late")]
    public void A_late_notice_says_the_delay_that_it_missed(bool isUrgent, string code)
    {
        var violation = AssemblyChecker.Check(Sitting with { Notice = Sitting.Notice with { IsUrgent = isUrgent, SentAt = Sittings.Opening.AddHours(-40) } })
            .ShouldHaveSingleItem();

        violation.Code.ShouldBe(code);
        violation.Message.Read().ShouldContain(isUrgent ? "il faut 48 heures" : "il faut 15 jours");
        violation.Message.Read().ShouldContain(isUrgent ? "18/06/2026 14:00" : "05/06/2026");
    }

    [Fact]
    public void A_notice_sent_as_the_sitting_opens_is_reversed_and_nothing_else() =>
        (Sitting with { Notice = Sitting.Notice with { SentAt = Sittings.Opening } }).Codes().ShouldBe(["assembly.dates-reversed"]);

    [Fact]
    public void A_first_call_keeps_its_delay_whatever_the_second_would_have()
    {
        var late = Sitting.With(AssemblySettings.SecondCallCountsTheSitting, true) with
        {
            Notice = Sitting.Notice with { SentAt = Sittings.Opening.AddDays(-3) },
        };

        late.Codes().ShouldBe(["assembly.notice-late"]);
    }

    [Fact]
    public void A_third_of_the_members_is_counted_up_to_whole_members()
    {
        string[] ids = ["a", "b", "c", "d", "e", "f", "g"];
        var seven = Sitting with { Votes = new VoteTable([.. ids.Select(id => new VoteRow(id, 1, 1))]), Present = ids };

        Asked("a", "b", "c").ShouldBeEmpty();
        Asked("b", "a").Single().Message.Read().ShouldBe("2 membre(s) sur 7 demandent l’assemblée : il en faut un sur 3, soit 3.");
        Asked("z", "y", "a", "b", "c").Select(v => v.Subjects.Single()).ShouldBe(["y", "z"]);

        IReadOnlyList<Violation> Asked(params string[] members) => AssemblyChecker.Check(seven with { Notice = seven.Notice with { RequestedBy = members } });
    }

    [Fact]
    public void The_sheet_adds_up_the_colleges_of_each_member()
    {
        var sheet = AttendanceSheet.Of(Colleges with { Votes = new VoteTable([.. Colleges.Votes.Rows, new("a", 3, 1, "autre")]) });

        sheet.Lines.Select(l => (l.MemberId, l.Rights, l.Votes)).ShouldBe([("a", 5, 8), ("b", 2, 7)]);
    }

    [Fact]
    public void A_notice_is_in_writing_unless_told_otherwise() => Sitting.Notice.IsInWriting.ShouldBeTrue();

    private static string[] Read(MotionResult result) => [.. result.Conditions.Select(c => $"{c.Name} : {c.Sentence.Read()}")];
}
