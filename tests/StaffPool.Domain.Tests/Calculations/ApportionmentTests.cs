using FsCheck;
using FsCheck.Fluent;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Calculations;

public sealed class ApportionmentTests
{
    private static readonly Arbitrary<(int Total, decimal[] Weights)> Cases =
        (from total in Gen.Choose(0, 100_000)
         from weights in Gen.Choose(0, 5_000).NonEmptyListOf()
         where weights.Any(w => w > 0)
         select (total, weights.Select(w => w / 10m).ToArray())).ToArbitrary();

    [Fact]
    public void The_parts_add_up_to_the_total_each_within_one_unit_of_its_quota() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Cases, c =>
        {
            var parts = Apportionment.LargestRemainder(c.Total, c.Weights);
            var sum = c.Weights.Sum();
            return parts.Sum() == c.Total
                && parts.Zip(c.Weights, (part, weight) => Math.Abs(part - (c.Total * weight / sum)) < 1).All(within => within);
        }));

    [Fact]
    public void A_weight_of_zero_gets_nothing() => Check.QuickThrowOnFailure(Prop.ForAll(Cases, c =>
        Apportionment.LargestRemainder(c.Total, c.Weights).Zip(c.Weights).All(p => p.Second > 0 || p.First == 0)));

    [Fact]
    public void A_larger_weight_never_gets_less() => Check.QuickThrowOnFailure(Prop.ForAll(Cases, c =>
    {
        var parts = Apportionment.LargestRemainder(c.Total, c.Weights).Zip(c.Weights).OrderBy(p => p.Second).ToList();
        return parts.Zip(parts.Skip(1)).All(pair => pair.First.Second == pair.Second.Second || pair.First.First <= pair.Second.First);
    }));

    [Fact]
    public void The_order_of_the_list_changes_only_who_wins_a_tie() => Check.QuickThrowOnFailure(Prop.ForAll(Cases, c =>
    {
        var forward = Apportionment.LargestRemainder(c.Total, c.Weights);
        var backward = Apportionment.LargestRemainder(c.Total, [.. c.Weights.Reverse()]).Reverse();
        var sum = c.Weights.Sum();
        // Different weights can have equal remainders too: 1 and 3 of 4, for 2 units.
        return forward.Zip(backward, c.Weights)
            .Where(part => part.First != part.Second)
            .Select(part => c.Total * part.Third / sum % 1)
            .Distinct()
            .Count() <= 1;
    }));

    [Fact]
    public void Equal_remainders_go_to_the_first() =>
        Apportionment.LargestRemainder(10, [1, 1, 1]).ShouldBe([4, 3, 3]);

    [Fact]
    public void Nothing_split_by_nothing_is_nothing() =>
        Apportionment.LargestRemainder(0, [0, 0]).ShouldBe([0, 0]);

    [Fact]
    public void What_cannot_be_split_throws()
    {
        Refused(-1, [1]).ShouldBe("Cannot split a negative total (-1).");
        // Weights that add up to something all the same, or all of them negative.
        Refused(1, [3, -1]).ShouldBe("A weight is negative.");
        Refused(1, [-1, -1]).ShouldBe("A weight is negative.");
        Refused(1, [0]).ShouldBe("All weights are zero: there is nothing to split by.");

        static string Refused(long total, decimal[] weights) =>
            Should.Throw<DomainException>(() => Apportionment.LargestRemainder(total, weights)).Message;
    }
}
