using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Calculations;

namespace StaffPool.Application.Tests.Scenarios;

public sealed class ExpectedFactTests
{
    private static readonly Dictionary<string, object> Figures = new(StringComparer.Ordinal)
    {
        ["rights.votes.apase.votes"] = 43L,
        ["rights.votes.apase.percent"] = 68.3m,
        ["life.debt.a.amount"] = new Money(123_45),
        ["life.withdrawals.a.last-day"] = new DateOnly(2026, 12, 31),
        ["assembly.motions.m.passed"] = true,
        ["share-register.holders.a.ranges"] = "1–10, 21–30",
    };

    [Theory]
    [InlineData("rights.votes.apase.votes", "43")]
    [InlineData("rights.votes.apase.votes", "43.0")]
    [InlineData("rights.votes.apase.percent", "68.30")]
    [InlineData("life.debt.a.amount", "123.45")]
    [InlineData("life.withdrawals.a.last-day", "2026-12-31")]
    [InlineData("assembly.motions.m.passed", "true")]
    public void A_value_holds_however_it_is_written(string path, string value) =>
        new ExpectedFact(path, "x") { Is = value }.Failure(Figures).ShouldBeNull();

    [Theory]
    [InlineData("rights.votes.apase.votes", "44")]
    [InlineData("rights.votes.apase.votes", "quarante-trois")]
    [InlineData("life.debt.a.amount", "123.46")]
    [InlineData("life.debt.a.amount", "123,45")]
    [InlineData("life.withdrawals.a.last-day", "31/12/2026")]
    [InlineData("assembly.motions.m.passed", "True")]
    public void Another_value_fails(string path, string value) =>
        new ExpectedFact(path, "x") { Is = value }.Failure(Figures)!.Key.ShouldBe("fact.differs");

    [Theory]
    [InlineData("43", null, null)]
    [InlineData("44", null, "fact.below")]
    [InlineData(null, "43", null)]
    [InlineData(null, "42.9", "fact.above")]
    [InlineData("40", "42", "fact.above")]
    [InlineData("quarante", null, "fact.below")]
    public void Limits_hold_with_their_ends(string? atLeast, string? atMost, string? failure)
    {
        var found = new ExpectedFact("rights.votes.apase.votes", "x") { AtLeast = atLeast, AtMost = atMost }.Failure(Figures);

        (found?.Key).ShouldBe(failure);
    }

    [Fact]
    public void A_day_can_be_limited_and_a_text_can_be_looked_into()
    {
        new ExpectedFact("life.withdrawals.a.last-day", "x") { AtLeast = "2026-12-31", AtMost = "2027-01-01" }.Failure(Figures).ShouldBeNull();
        new ExpectedFact("share-register.holders.a.ranges", "x") { Contains = "21–30" }.Failure(Figures).ShouldBeNull();
        new ExpectedFact("share-register.holders.a.ranges", "x") { Contains = "11–20" }.Failure(Figures)!.Key.ShouldBe("fact.lacks");
    }

    [Fact]
    public void A_path_that_is_not_there_names_the_nearest() =>
        new ExpectedFact("rights.votes.apasse.votes", "x") { Is = "43" }.Failure(Figures)!.ToString()
            .ShouldContain("rights.votes.apase.votes");
}
