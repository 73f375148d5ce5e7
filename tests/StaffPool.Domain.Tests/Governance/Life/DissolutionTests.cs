using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Governance.Life;

public sealed class DissolutionTests
{
    private static readonly DateOnly Today = new(2027, 1, 10);
    private static readonly Dissolution Living = new() { Memberships = People.Since2020("a", "b", "c") };

    [Fact]
    public void A_grouping_without_ground_lives_on()
    {
        Living.On(Today, Agreements.Silent).Value.ShouldBeNull();
        Living.Assess(Today, Agreements.Silent).ShouldBeEmpty();
        (Living with { TermEndsOn = Today }).On(Today, Agreements.Silent).Value.ShouldBeNull();
    }

    [Fact]
    public void Each_ground_ends_it_from_its_day()
    {
        var from = new DateOnly(2027, 1, 1);
        var tellBy = new DateOnly(2027, 1, 16);

        Event(Living with { TermEndsOn = new DateOnly(2026, 12, 31) }).ShouldBe(new DissolutionEvent(DissolutionGround.Term, from, tellBy));
        Event(Living with { DecidedFrom = from }).ShouldBe(new DissolutionEvent(DissolutionGround.Decision, from, tellBy));
        Event(Living with { ObjectExtinctFrom = from }).ShouldBe(new DissolutionEvent(DissolutionGround.ObjectExtinct, from, tellBy));
    }

    [Fact]
    public void Fewer_than_two_members_end_it_when_the_second_last_has_left()
    {
        var members = People.Since2020("a", "b", "c");
        var leaving = Living with
        {
            Memberships = [members[0], members[1] with { LastDay = new DateOnly(2025, 12, 31) }, members[2] with { LastDay = new DateOnly(2026, 12, 31) }],
        };

        Event(leaving).ShouldBe(new DissolutionEvent(DissolutionGround.TooFewMembers, new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 16)));
        leaving.On(new DateOnly(2026, 6, 1), Agreements.Silent).Value.ShouldBeNull();
    }

    [Fact]
    public void The_first_ground_counts() =>
        Event(Living with { DecidedFrom = new DateOnly(2026, 7, 1), TermEndsOn = new DateOnly(2026, 12, 31) })!.Ground.ShouldBe(DissolutionGround.Decision);

    [Theory]
    [InlineData(null, 10, "life.prefect-to-be-told", Severity.Warning)]
    [InlineData(null, 17, "life.prefect-to-be-told", Severity.Blocking)]
    [InlineData("2027-01-17", 20, "life.prefect-told-late", Severity.Blocking)]
    [InlineData("2026-12-01", 20, "life.prefect-told-early", Severity.Blocking)]
    public void The_prefect_is_told_within_fifteen_days(string? told, int dayOfJanuary, string code, Severity severity)
    {
        var ended = Living with
        {
            DecidedFrom = new DateOnly(2027, 1, 1),
            PrefectToldOn = told is null ? null : DateOnly.Parse(told, System.Globalization.CultureInfo.InvariantCulture),
            Liquidators = ["Liquidateur"],
        };

        var violation = ended.Assess(new DateOnly(2027, 1, dayOfJanuary), Agreements.Silent).Single();

        (violation.Code, violation.Severity).ShouldBe((code, severity));
    }

    [Fact]
    public void The_assembly_names_liquidators() =>
        (Living with { DecidedFrom = new DateOnly(2027, 1, 1), PrefectToldOn = new DateOnly(2027, 1, 16) }).Assess(Today, Agreements.Silent).Single().Code
            .ShouldBe("life.no-liquidator");

    private static DissolutionEvent? Event(Dissolution dissolution) => dissolution.On(Today, Agreements.Silent).Value;
}
