using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Domain.Governance.Voting;

namespace StaffPool.Domain.Tests.Governance.Assemblies;

public sealed class ProxyTests
{
    private static readonly GeneralAssembly Sitting = Sittings.Regular;

    [Fact]
    public void A_represented_member_votes_and_counts_in_the_quorum()
    {
        var sitting = Sitting.Absent("a") with { Proxies = [new("a", "b")] };

        sitting.Codes().ShouldBeEmpty();
        AttendanceSheet.Of(sitting).Rights.ShouldBe(100);
        MotionDecision.Decide(sitting, sitting.Motion(AssemblyMatter.Budget, "a", "b")).IsPassed.ShouldBeTrue();
    }

    [Fact]
    public void Two_members_cannot_represent_each_other()
    {
        var sitting = Sitting with { Votes = new VoteTable([new("a", 1, 1), new("b", 1, 1)]), Present = ["b"], Proxies = [new("a", "b")] };

        sitting.Codes().ShouldBe(["assembly.proxy-too-few-members"]);
    }

    [Fact]
    public void A_proxy_is_not_passed_on()
    {
        var sitting = Sitting.Absent("a", "b") with { Proxies = [new("a", "b"), new("b", "c")] };

        sitting.Codes().ShouldBe(["assembly.proxy-chain"]);
        AttendanceSheet.Of(sitting).IsThere("a").ShouldBeFalse();
        AttendanceSheet.Of(sitting).IsThere("b").ShouldBeTrue();
    }

    [Fact]
    public void Proxies_in_a_ring_represent_nobody()
    {
        var sitting = Sitting.Absent("a", "b") with { Proxies = [new("a", "b"), new("b", "a")] };

        sitting.Codes().ShouldBe(["assembly.proxy-chain", "assembly.proxy-chain"]);
        AttendanceSheet.Of(sitting).Rights.ShouldBe(35);
    }

    [Fact]
    public void Two_proxies_to_one_member_count_neither()
    {
        var sitting = Sitting.Absent("a", "b") with { Proxies = [new("a", "c"), new("b", "c")] };

        sitting.Codes().ShouldBe(["assembly.proxy-too-many"]);
        AttendanceSheet.Of(sitting).Rights.ShouldBe(35);
    }

    [Fact]
    public void A_proxy_given_twice_counts_for_neither()
    {
        var sitting = Sitting.Absent("a") with { Proxies = [new("a", "b"), new("a", "c")] };

        sitting.Codes().ShouldBe(["assembly.proxy-given-twice"]);
        AttendanceSheet.Of(sitting).IsThere("a").ShouldBeFalse();
    }

    [Theory]
    [InlineData("a", "inconnu", "assembly.proxy-to-stranger")]
    [InlineData("a", "associe", "assembly.proxy-to-stranger")]
    [InlineData("a", "d", "assembly.proxy-to-absent")]
    [InlineData("b", "c", "assembly.proxy-from-present")]
    [InlineData("inconnu", "c", "assembly.proxy-from-stranger")]
    public void A_proxy_goes_from_an_absent_member_to_one_that_is_there(string from, string to, string code) =>
        (Sitting.Absent("a", "d") with { Proxies = [new(from, to)] }).Codes().ShouldBe([code]);

    [Fact]
    public void Every_fault_of_a_proxy_is_told_at_once() =>
        (Sitting.Absent("d") with { Proxies = [new("a", "d"), new("a", "inconnu"), new("d", "b"), new("c", "b")] }).Codes().ShouldBe(
            [
                "assembly.proxy-chain", "assembly.proxy-from-present", "assembly.proxy-given-twice", "assembly.proxy-to-stranger",
                "assembly.proxy-from-present", "assembly.proxy-too-many",
            ],
            ignoreOrder: true);
}
