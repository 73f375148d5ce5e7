using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Life;

namespace StaffPool.Domain.Tests.Governance.Life;

public sealed class ExclusionTests
{
    private static readonly IReadOnlyList<Membership> Members = People.Since2020("a", "b", "c");

    private static readonly Exclusion Regular = new(Members[0].Member, "Contributions impayées", new DateOnly(2026, 5, 4), new DateOnly(2026, 6, 20));

    [Fact]
    public void A_member_is_excluded_for_a_breach_after_being_heard() => Codes(Regular, Members).ShouldBeEmpty();

    [Fact]
    public void Every_missing_step_is_told_at_once() =>
        Codes(Regular with { Grounds = " ", HeardOn = null }, [.. Members.Take(2)])
            .ShouldBe(["life.exclusion-too-few", "life.exclusion-without-grounds", "life.exclusion-not-heard"]);

    [Fact]
    public void The_hearing_comes_before_the_vote() =>
        Codes(Regular with { HeardOn = new DateOnly(2026, 6, 21) }, Members).ShouldBe(["life.exclusion-heard-after"]);

    [Fact]
    public void Only_a_member_is_excluded() =>
        Codes(Regular with { Member = People.Member("z") }, Members).ShouldBe(["life.exclusion-of-stranger"]);

    [Fact]
    public void The_agreement_may_ask_for_fewer_members() =>
        Regular.Assess([.. Members.Take(2)], Agreements.Silent.With(LifeSettings.ExclusionLeastMembers, 2)).ShouldBeEmpty();

    private static IEnumerable<string> Codes(Exclusion exclusion, IReadOnlyList<Membership> members) =>
        exclusion.Assess(members, Agreements.Silent).Select(v => v.Code);
}
