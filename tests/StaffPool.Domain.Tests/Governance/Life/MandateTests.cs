using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Life;

namespace StaffPool.Domain.Tests.Governance.Life;

public sealed class MandateTests
{
    private static readonly IReadOnlyList<Membership> Members = People.Since2020("a", "b", "c");
    private static readonly GroupingMandate Elected = new(MandateKind.ElectedAdministrator, "Administratrice", new DateOnly(2024, 7, 1), Members[0].Member);
    private static readonly GroupingMandate Director = new(MandateKind.AppointedDirector, "Directeur", new DateOnly(2026, 1, 1));

    [Fact]
    public void An_administrator_is_elected_for_three_years()
    {
        Elected.LastDay(Agreements.Silent).Value.ShouldBe(new DateOnly(2027, 6, 30));
        Elected.LastDay(Agreements.Silent.With(LifeSettings.MandateYears, 2)).Value.ShouldBe(new DateOnly(2026, 6, 30));
        (Elected with { SetEnd = new DateOnly(2025, 6, 30) }).LastDay(Agreements.Silent).Value.ShouldBe(new DateOnly(2025, 6, 30));
    }

    [Fact]
    public void A_directors_term_is_the_ARSs()
    {
        Director.LastDay(Agreements.Silent).Value.ShouldBeNull();
        (Director with { SetEnd = new DateOnly(2030, 1, 1) }).LastDay(Agreements.Silent).Value.ShouldBe(new DateOnly(2030, 1, 1));
    }

    [Fact]
    public void A_running_mandate_of_the_right_kind_has_nothing_against_it()
    {
        Codes(GroupingKind.Gcsms, [Elected], new DateOnly(2026, 1, 1)).ShouldBeEmpty();
        Codes(GroupingKind.Gtsms, [Director], new DateOnly(2026, 6, 1)).ShouldBeEmpty();
    }

    [Fact]
    public void The_end_is_recalled_ninety_days_before_unless_the_next_one_is_known()
    {
        Codes(GroupingKind.Gcsms, [Elected], new DateOnly(2027, 4, 1)).ShouldBe(["life.mandate-ends-soon"]);
        Codes(GroupingKind.Gcsms, [Elected], new DateOnly(2027, 3, 31)).ShouldBeEmpty();
        Codes(GroupingKind.Gcsms, [Elected, Elected with { From = new DateOnly(2027, 7, 1) }], new DateOnly(2027, 6, 1)).ShouldBeEmpty();
    }

    [Fact]
    public void Somebody_runs_the_grouping_and_one_only()
    {
        Codes(GroupingKind.Gcsms, [Elected], new DateOnly(2027, 7, 1)).ShouldBe(["life.mandate-expired"]);
        Codes(GroupingKind.Gcsms, [], new DateOnly(2027, 7, 1)).ShouldBe(["life.nobody-runs"]);
        Codes(GroupingKind.Gcsms, [Elected, Elected with { From = new DateOnly(2025, 1, 1) }], new DateOnly(2026, 1, 1)).ShouldBe(["life.two-mandates"]);
    }

    [Fact]
    public void A_GTSMS_has_a_director_and_another_grouping_an_administrator()
    {
        Codes(GroupingKind.Gtsms, [Elected], new DateOnly(2026, 1, 1)).ShouldBe(["life.gtsms-has-director"]);
        Codes(GroupingKind.Gcsms, [Director], new DateOnly(2026, 6, 1)).ShouldBe(["life.gcsms-has-administrator"]);
    }

    [Fact]
    public void An_administrator_comes_from_a_member_and_does_not_stay_beyond_the_term() =>
        Codes(GroupingKind.Gcsms, [Elected with { Member = People.Member("z"), SetEnd = new DateOnly(2029, 1, 1) }], new DateOnly(2026, 1, 1))
            .ShouldBe(["life.administrator-of-no-member", "life.mandate-too-long"]);

    private static IEnumerable<string> Codes(GroupingKind kind, IReadOnlyList<GroupingMandate> mandates, DateOnly day) =>
        GroupingIsRun.Assess(kind, mandates, Members, day, Agreements.Silent).Select(v => v.Code);
}
