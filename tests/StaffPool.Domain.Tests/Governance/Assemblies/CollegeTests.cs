using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Domain.Governance.Voting;

namespace StaffPool.Domain.Tests.Governance.Assemblies;

/// <summary>Two colleges as at SAGESS: sixteen political votes, five technical ones.</summary>
public sealed class CollegeTests
{
    private static readonly GeneralAssembly Sagess = Sittings.Regular with
    {
        Votes = new VoteTable(
        [
            new("a", 3, 5, "politique"), new("b", 3, 5, "politique"), new("c", 3, 6, "politique"),
            new("a", 0, 2, "technique"), new("b", 0, 2, "technique"), new("c", 0, 1, "technique"),
        ]),
        Present = ["a", "b", "c"],
        SuspensionRights = [new("politique", "technique")],
        Notice = Sittings.Regular.Notice with { Agenda = [new("formation", AssemblyMatter.Other, "Plan de formation", "technique")] },
    };

    private static readonly Motion Training = new()
    {
        Id = "m1",
        AgendaItem = "formation",
        Wording = "Plan de formation",
        Ballots = [new("a", VoteChoice.For), new("b", VoteChoice.For), new("c", VoteChoice.Against)],
    };

    [Fact]
    public void A_college_decides_with_its_own_votes()
    {
        var result = MotionDecision.Decide(Sagess, Training);

        (result.For, result.Against).ShouldBe((4, 1));
        result.IsPassed.ShouldBeTrue();
    }

    [Fact]
    public void Another_college_may_suspend_the_decision()
    {
        var suspended = MotionDecision.Decide(
            Sagess, Training with { SuspensionBallots = [new("a", VoteChoice.For), new("c", VoteChoice.For)] });

        var condition = suspended.Of("assembly.not-suspended");
        (condition.Reached, condition.Needed).ShouldBe((5, 8));
        suspended.IsPassed.ShouldBeFalse();
        condition.Sentence.ToString().ShouldContain("11 voix sur 16 la demandent");
        MotionDecision.Decide(Sagess, Training with { SuspensionBallots = [new("a", VoteChoice.For)] }).IsPassed.ShouldBeTrue();
    }

    [Fact]
    public void The_sentences_call_a_college_by_its_name()
    {
        var named = Sagess with { CollegeNames = new Dictionary<string, string> { ["politique"] = "Présidents et administrateurs" } };

        MotionDecision.Decide(named, Training).Of("assembly.not-suspended").Sentence.ToString()
            .ShouldStartWith("Suspension par le collège «\u00A0Présidents et administrateurs\u00A0»");
    }

    [Fact]
    public void A_suspension_needs_the_right_to_it()
    {
        var sitting = Sagess with { SuspensionRights = [], Motions = [Training with { SuspensionBallots = [new("a", VoteChoice.For)] }] };

        sitting.Codes().ShouldContain("assembly.suspension-without-right");
    }

    [Fact]
    public void A_college_does_not_decide_what_the_law_gives_to_all()
    {
        var sitting = Sagess with
        {
            Notice = Sagess.Notice with { Agenda = [new("formation", AssemblyMatter.Admission, "Admission", "technique")] },
            Motions = [Training],
        };

        sitting.Codes().ShouldContain("assembly.college-may-not");
        MotionDecision.Decide(sitting, Training with { Ballots = [new("a", VoteChoice.For), new("b", VoteChoice.For), new("c", VoteChoice.For)] })
            .IsPassed.ShouldBeFalse();
    }

    [Fact]
    public void A_college_that_does_not_exist_decides_nothing()
    {
        var sitting = Sagess with
        {
            Notice = Sagess.Notice with { Agenda = [new("formation", AssemblyMatter.Other, "Plan", "usagers")] },
            Motions = [Training],
        };

        sitting.Codes().ShouldContain("assembly.college-unknown");
        MotionDecision.Decide(sitting, Training).IsPassed.ShouldBeFalse();
    }

    [Fact]
    public void Each_college_may_have_to_agree()
    {
        var sitting = Sagess.With(AssemblySettings.MajorityInEachCollege, true) with
        {
            Notice = Sagess.Notice with { Agenda = [new("formation", AssemblyMatter.Budget, "Budget")] },
        };
        var motion = Training with
        {
            Ballots =
            [
                new("a", VoteChoice.For, "politique"), new("b", VoteChoice.For, "politique"), new("c", VoteChoice.For, "politique"),
                new("c", VoteChoice.For, "technique"),
            ],
        };

        var result = MotionDecision.Decide(sitting, motion);

        result.Of("assembly.majority").IsMet.ShouldBeTrue();
        result.Conditions.Where(c => c.Code == "assembly.college-majority").Select(c => c.Shortfall).ShouldBe([0, 2]);
        result.IsPassed.ShouldBeFalse();
    }

    [Fact]
    public void The_chair_does_not_decide_for_a_college()
    {
        var sitting = Sagess.With(AssemblySettings.MajorityInEachCollege, true).With(AssemblySettings.ChairCastingVote, true) with
        {
            Notice = Sagess.Notice with { Agenda = [new("formation", AssemblyMatter.Budget, "Budget")] },
            Votes = new VoteTable([new("a", 1, 4, "technique"), new("b", 1, 4, "technique"), new("c", 1, 9, "politique")]),
            Chair = "a",
        };
        var motion = Training with { Ballots = [new("a", VoteChoice.For), new("b", VoteChoice.Against), new("c", VoteChoice.For)] };

        MotionDecision.Decide(sitting, motion).Conditions.Where(c => c.Code == "assembly.college-majority").Select(c => c.Shortfall).ShouldBe([0, 1]);
    }

    [Fact]
    public void Two_holders_of_one_member_in_one_college_are_one_holding()
    {
        var sitting = Sagess with
        {
            Votes = new VoteTable([new("a", 1, 1, "technique"), new("a", 0, 1, "technique"), new("b", 1, 2, "technique")]),
            Present = ["a", "b"],
        };

        MotionDecision.Decide(sitting, Training with { Ballots = [new("a", VoteChoice.For)] }).For.ShouldBe(2);
    }

    [Fact]
    public void A_ballot_says_its_college_where_the_member_sits_in_two()
    {
        var sitting = Sagess with
        {
            Notice = Sagess.Notice with { Agenda = [new("formation", AssemblyMatter.Budget, "Budget")] },
            Motions = [Training with { Ballots = [new("a", VoteChoice.For)] }],
        };

        sitting.Codes().ShouldBe(["assembly.ballot-college"]);
    }
}
