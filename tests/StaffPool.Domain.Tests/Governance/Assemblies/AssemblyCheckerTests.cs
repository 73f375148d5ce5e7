using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Governance.Assemblies;

public sealed class AssemblyCheckerTests
{
    private static readonly GeneralAssembly Sitting = Sittings.Regular;

    [Fact]
    public void A_regular_sitting_has_nothing_against_it() => Sitting.Codes().ShouldBeEmpty();

    [Theory]
    [InlineData(15, false)]
    [InlineData(14, true)]
    public void The_notice_leaves_fifteen_days_before(int days, bool late) =>
        Called(n => n with { SentAt = Sittings.Opening.AddDays(-days).AddHours(8) }).Codes().Contains("assembly.notice-late").ShouldBe(late);

    [Theory]
    [InlineData(48, false)]
    [InlineData(47, true)]
    public void An_urgent_notice_leaves_forty_eight_hours_before(int hours, bool late) =>
        Called(n => n with { IsUrgent = true, SentAt = Sittings.Opening.AddHours(-hours) }).Codes().Contains("assembly.urgent-notice-late").ShouldBe(late);

    [Fact]
    public void The_agreement_may_want_another_notice() =>
        Sitting.With(AssemblySettings.NoticeDays, 21).Codes().ShouldBe(["assembly.notice-late"]);

    [Fact]
    public void Summer_time_does_not_shorten_a_notice_counted_in_days() => (Sitting with
    {
        Notice = Sitting.Notice with
        {
            SentAt = new DateTimeOffset(2026, 3, 20, 23, 30, 0, TimeSpan.FromHours(1)),
            OpensAt = new DateTimeOffset(2026, 4, 4, 9, 0, 0, TimeSpan.FromHours(2)),
        },
    }).Codes().ShouldBeEmpty();

    [Fact]
    public void Every_fault_of_a_notice_is_told_at_once() =>
        Called(n => n with { SentAt = Sittings.Opening.AddDays(1), IsInWriting = false, Place = " ", Agenda = [] }).Codes()
            .ShouldBe(["assembly.notice-not-written", "assembly.dates-reversed", "assembly.no-place", "assembly.no-agenda"]);

    [Fact]
    public void An_item_stands_once_on_the_agenda() =>
        Called(n => n with { Agenda = [.. n.Agenda, n.Agenda[0]] }).Codes().ShouldBe(["assembly.agenda-item-twice"]);

    [Fact]
    public void One_third_of_the_members_can_call_the_assembly()
    {
        Called(n => n with { RequestedBy = ["c", "d"] }).Codes().ShouldBeEmpty();
        Called(n => n with { RequestedBy = ["a", "associe"] }).Codes().ShouldBe(["assembly.call-by-stranger", "assembly.call-by-too-few"]);
    }

    [Theory]
    [InlineData(false, 15, 15, 0)]
    [InlineData(false, 16, 15, 1)]
    [InlineData(true, 1, 14, 0)]
    [InlineData(true, 1, 15, 1)]
    public void A_second_call_follows_within_fifteen_days(bool sittingCounts, int sentAfter, int sittingAfter, int violations)
    {
        var first = new DateTimeOffset(2026, 6, 5, 14, 0, 0, TimeSpan.FromHours(2));
        var second = Called(n => n with
        {
            FirstSitting = DateOnly.FromDateTime(first.Date),
            SentAt = first.AddDays(sentAfter),
            OpensAt = first.AddDays(sentAfter + sittingAfter),
        });

        second.With(AssemblySettings.SecondCallCountsTheSitting, sittingCounts).Codes().Count.ShouldBe(violations);
    }

    [Fact]
    public void An_urgent_second_call_follows_within_eight_days_and_after_the_first() =>
        Called(n => n with { IsUrgent = true, FirstSitting = n.SentOn.AddDays(-9) }).Codes().ShouldBe(["assembly.second-call-late"]);

    [Fact]
    public void A_second_call_leaves_after_the_first_sitting() =>
        Called(n => n with { FirstSitting = n.SentOn.AddDays(1) }).Codes().ShouldBe(["assembly.second-call-early"]);

    [Fact]
    public void The_presence_sheet_holds_each_member_once() =>
        (Sitting with { Present = ["a", "a", "b", "c", "inconnu"], Chair = "d" }).Codes()
            .ShouldBe(["assembly.present-twice", "assembly.present-stranger", "assembly.chair-absent"]);

    [Fact]
    public void A_ballot_that_may_not_be_cast_is_told_and_not_counted()
    {
        var motion = Sitting.Motion(AssemblyMatter.Budget) with
        {
            Ballots =
            [
                new("associe", VoteChoice.For), new("inconnu", VoteChoice.For), new("d", VoteChoice.For),
                new("a", VoteChoice.For), new("a", VoteChoice.Against), new("b", VoteChoice.For, Votes: -5), new("c", VoteChoice.For),
            ],
        };
        var sitting = Sitting.Absent("d") with { Motions = [motion] };

        var minutes = Minutes.Of(sitting);

        minutes.Violations.Select(v => v.Code).ShouldBe(
            ["assembly.ballot-too-many", "assembly.ballot-consultative", "assembly.ballot-too-many", "assembly.ballot-absent", "assembly.ballot-stranger"],
            ignoreOrder: true);
        minutes.Violations.ShouldAllBe(v => v.Severity == Severity.Warning);
        minutes.IsRegular.ShouldBeTrue();
        minutes.Results.Single().For.ShouldBe(20);
    }

    [Fact]
    public void A_college_that_is_not_the_members_casts_nothing() =>
        (Sitting with { Motions = [Sitting.Motion(AssemblyMatter.Budget) with { Ballots = [new("a", VoteChoice.For, "technique")] }] }).Codes()
            .ShouldBe(["assembly.ballot-college"]);

    [Fact]
    public void A_motion_off_the_agenda_is_told() =>
        (Sitting with { Motions = [Sitting.Motion(AssemblyMatter.Budget) with { AgendaItem = "ailleurs" }] }).Codes()
            .ShouldBe(["assembly.motion-off-agenda"]);

    [Fact]
    public void The_members_meet_at_least_once_a_year()
    {
        MembersMeetEveryYear.Assess(2026, [new(2026, 6, 20)], Agreements.Silent).ShouldBeEmpty();
        MembersMeetEveryYear.Assess(2026, [new(2025, 6, 20)], Agreements.Silent).Single().Message.ToString()
            .ShouldBe("L’assemblée s’est réunie 0 fois en 2026\u00A0: il faut 1 réunion(s) par an.");
        MembersMeetEveryYear.Assess(2026, [new(2026, 6, 20)], Agreements.Silent.With(AssemblySettings.AssembliesPerYear, 2)).ShouldNotBeEmpty();
    }

    [Fact]
    public void Names_stand_in_the_sentences_where_they_are_known() =>
        AssemblyChecker.Check(Sitting with { Chair = "z", Names = new Dictionary<string, string>(StringComparer.Ordinal) { ["z"] = "Résidence Z" } })
            .Single().Message.ToString().ShouldStartWith("Résidence Z préside");

    [Fact]
    public void The_minutes_hold_who_was_there_with_rights_and_votes()
    {
        var minutes = Minutes.Of(Sitting.Absent("d", "associe") with { Proxies = [new("d", "b")] });

        minutes.Sheet.Lines.Select(l => (l.MemberId, l.Attendance, l.Representative)).ShouldBe(
        [
            ("a", Attendance.Present, null), ("associe", Attendance.Absent, null), ("b", Attendance.Present, null),
            ("c", Attendance.Present, null), ("d", Attendance.Represented, "b"),
        ]);
        (minutes.Sheet.Rights, minutes.Sheet.Votes, minutes.Quorum.Reached).ShouldBe((100, 100, 100));
    }

    private static GeneralAssembly Called(Func<AssemblyNotice, AssemblyNotice> how) => Sitting with { Notice = how(Sitting.Notice) };
}
