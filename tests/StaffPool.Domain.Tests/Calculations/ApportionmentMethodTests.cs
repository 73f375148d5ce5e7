using FsCheck;
using FsCheck.Fluent;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Calculations;

public sealed class ApportionmentMethodTests
{
    // First census of the United States (1790) in the order CT DE GA KY MD MA NH NJ NY NC PA RI SC VT VA.
    private static readonly decimal[] States1790 =
    [
        236_841, 55_540, 70_835, 68_705, 278_514, 475_327, 141_822, 179_570, 331_589, 353_523, 432_879, 68_446, 206_236, 85_533, 630_560,
    ];

    private static readonly Arbitrary<(ApportionmentMethod Method, int Total, decimal[] Weights)> Cases =
        (from method in Gen.Elements(Enum.GetValues<ApportionmentMethod>())
         from total in Gen.Choose(0, 300)
         from weights in Gen.Choose(0, 5_000).NonEmptyListOf()
         where weights.Any(w => w > 0)
         select (method, total, weights.Select(w => w / 10m).ToArray())).ToArbitrary();

    // The bill that Washington vetoed: COMAP, For All Practical Purposes, 10th edition, chapter 14, example 6.
    [Fact]
    public void Largest_remainders_give_the_120_seats_of_the_bill_of_1792() =>
        Apportionment.By(ApportionmentMethod.LargestRemainder, 120, States1790)
            .ShouldBe([8, 2, 2, 2, 9, 16, 5, 6, 11, 12, 14, 2, 7, 3, 21]);

    // The act that passed: 105 seats by the method of Jefferson (Tucker's Blackstone, 1803, note D: Virginia 19, Delaware 1).
    [Fact]
    public void DHondt_gives_the_105_seats_of_the_act_of_1792() =>
        Apportionment.By(ApportionmentMethod.DHondt, 105, States1790)
            .ShouldBe([7, 1, 2, 2, 8, 14, 4, 5, 10, 10, 13, 2, 6, 2, 19]);

    // staatsrecht.honikel.de, Berechnungsbeispiele: ten seats for 6,100, 5,000 and 900 votes, by the three methods.
    [Theory]
    [InlineData(ApportionmentMethod.SainteLague, 5, 4, 1)]
    [InlineData(ApportionmentMethod.LargestRemainder, 5, 4, 1)]
    [InlineData(ApportionmentMethod.DHondt, 6, 4, 0)]
    public void Ten_seats_for_three_parties(ApportionmentMethod method, long a, long b, long c) =>
        Apportionment.By(method, 10, [6_100, 5_000, 900]).ShouldBe([a, b, c]);

    // Five directors for 171, 31 and 172 full-time equivalents (SAGESS, Guide ANAP 2011; the source declares no method).
    [Theory]
    [InlineData(ApportionmentMethod.LargestRemainder, 2, 1, 2)]
    [InlineData(ApportionmentMethod.DHondt, 2, 0, 3)]
    [InlineData(ApportionmentMethod.SainteLague, 2, 0, 3)]
    public void The_method_decides_whether_a_small_member_sits(ApportionmentMethod method, long a, long b, long c) =>
        Apportionment.By(method, 5, [171, 31, 172]).ShouldBe([a, b, c]);

    [Fact]
    public void The_parts_add_up_to_the_total_and_a_weight_of_zero_gets_nothing() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Cases, c =>
        {
            var parts = Apportionment.By(c.Method, c.Total, c.Weights);
            return parts.Sum() == c.Total && parts.Zip(c.Weights).All(p => p.First >= 0 && (p.Second > 0 || p.First == 0));
        }));

    [Fact]
    public void A_larger_weight_never_gets_less() => Check.QuickThrowOnFailure(Prop.ForAll(Cases, c =>
    {
        var parts = Apportionment.By(c.Method, c.Total, c.Weights).Zip(c.Weights).OrderBy(p => p.Second).ToList();
        return parts.Zip(parts.Skip(1)).All(pair => pair.First.Second == pair.Second.Second || pair.First.First <= pair.Second.First);
    }));

    [Fact]
    public void With_highest_averages_one_seat_more_takes_no_seat_from_anyone() => Check.QuickThrowOnFailure(Prop.ForAll(Cases, c =>
        c.Method == ApportionmentMethod.LargestRemainder
        || Apportionment.By(c.Method, c.Total, c.Weights)
            .Zip(Apportionment.By(c.Method, c.Total + 1, c.Weights)).All(p => p.First <= p.Second)));

    // The Alabama paradox, the reason why the method matters.
    [Fact]
    public void With_largest_remainders_one_seat_more_can_take_a_seat_from_the_smallest()
    {
        Apportionment.By(ApportionmentMethod.LargestRemainder, 10, [6, 6, 2]).ShouldBe([4, 4, 2]);
        Apportionment.By(ApportionmentMethod.LargestRemainder, 11, [6, 6, 2]).ShouldBe([5, 5, 1]);
    }

    [Fact]
    public void DHondt_gives_everyone_the_whole_part_of_its_quota() => Check.QuickThrowOnFailure(Prop.ForAll(Cases, c =>
        Apportionment.By(ApportionmentMethod.DHondt, c.Total, c.Weights)
            .Zip(c.Weights).All(p => p.First >= decimal.Floor(c.Total * p.Second / c.Weights.Sum()))));

    [Theory]
    [InlineData(ApportionmentMethod.DHondt)]
    [InlineData(ApportionmentMethod.SainteLague)]
    public void Equal_averages_go_to_the_first(ApportionmentMethod method) =>
        Apportionment.By(method, 4, [1, 1, 1]).ShouldBe([2, 1, 1]);

    [Theory]
    [InlineData(ApportionmentMethod.DHondt)]
    [InlineData(ApportionmentMethod.SainteLague)]
    public void What_cannot_be_split_throws(ApportionmentMethod method)
    {
        Should.Throw<DomainException>(() => Apportionment.By(method, -1, [1]));
        Should.Throw<DomainException>(() => Apportionment.By(method, 1, [1, -1]));
        Should.Throw<DomainException>(() => Apportionment.By(method, 1, [0]));
        Apportionment.By(method, 0, [0, 0]).ShouldBe([0, 0]);
    }
}
