using StaffPool.Domain.Calculations;

namespace StaffPool.Domain.Tests.Calculations;

public sealed class ConnectedPartsTests
{
    [Fact]
    public void What_is_linked_is_one_part_in_the_order_in_which_it_appeared() =>
        ConnectedParts.Of([("d", "c"), ("a", "b"), ("x", "x"), ("b", "c")]).Select(part => string.Concat(part)).ShouldBe(["dcab", "x"]);

    [Fact]
    public void A_chain_joined_at_its_end_is_one_part() =>
        ConnectedParts.Of([(4, 3), (3, 2), (2, 1), (9, 8), (8, 7), (7, 1), (6, 6)]).Select(part => part.Count).ShouldBe([7, 1]);
}
