using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Tests.Texts;

public sealed class NearestTests
{
    [Theory]
    [InlineData("titel", "title")] // swapped
    [InlineData("tile", "title")] // lost
    [InlineData("titlee", "title")] // added
    [InlineData("tytle", "title")] // changed
    public void One_typing_error_is_forgiven(string written, string meant) =>
        Nearest.To(written, ["format", "title", "period"]).ShouldBe([meant]);

    [Fact]
    public void What_resembles_nothing_gets_nothing() =>
        Nearest.To("xyz", ["format", "title", "period"]).ShouldBeEmpty();

    [Fact]
    public void The_nearest_come_first_and_only_so_many() =>
        Nearest.To("nesle", ["nesles", "nesle l", "nesle", "nasle"], 3).ShouldBe(["nesle", "nesles", "nasle"]);

    [Fact]
    public void Errors_are_counted_up_to_the_most() =>
        (Nearest.Errors("abcd", "badc", 4), Nearest.Errors("", "abc", 4), Nearest.Errors("abc", "xyz", 1))
            .ShouldBe((2, 3, 2));
}
