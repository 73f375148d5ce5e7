using FsCheck;
using FsCheck.Fluent;
using StaffPool.Domain.Geography;

namespace StaffPool.Domain.Tests.Geography;

public sealed class DistanceMatrixTests
{
    // Each of the three distances is rounded to the nearest 100 m.
    private const int Rounding = 150;

    private static readonly Arbitrary<(GeoPoint A, GeoPoint B, GeoPoint C)> Points =
        (from a in Point() from b in Point() from c in Point() select (a, b, c)).ToArbitrary();

    [Fact]
    public void A_distance_is_the_same_both_ways_and_no_detour_is_shorter() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Points, p =>
        {
            var matrix = new DistanceMatrix([], 1.3m);
            var (a, b, c) = (Samples.Site("a", p.A), Samples.Site("b", p.B), Samples.Site("c", p.C));
            return matrix.Between(a, b) == matrix.Between(b, a)
                && matrix.Between(a, c).Metres <= matrix.Between(a, b).Metres + matrix.Between(b, c).Metres + Rounding
                && matrix.Between(a, a).Metres == 0;
        }));

    [Fact]
    public void A_known_road_comes_before_the_great_circle_in_either_order()
    {
        var (a, b, c) = (Samples.Site("a"), Samples.Site("b", new GeoPoint(49.9, 3)), Samples.Site("c", new GeoPoint(50, 3)));
        var known = new Distance(17_400, DistanceMethod.KnownRoad, "carte");
        var matrix = new DistanceMatrix([(b, a, known)], 1.3m);

        matrix.Between(a, b).ShouldBe(known);
        matrix.Between(b, a).ShouldBe(known);
        matrix.Between(a, c).Method.ShouldBe(DistanceMethod.GreatCircle);
        matrix.DetourFactor.ShouldBe(1.3m);
    }

    [Fact]
    public void A_degree_of_latitude_is_111_kilometres() =>
        (new GeoPoint(49, 3).GreatCircleMetresTo(new GeoPoint(50, 3)) / 1000).ShouldBe(111.2, 0.1);

    [Fact]
    public void No_road_is_shorter_than_the_straight_line() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new DistanceMatrix([], 0.9m));

    private static Gen<GeoPoint> Point() =>
        from latitude in Gen.Choose(41_000, 51_500)
        from longitude in Gen.Choose(-5_500, 9_500)
        select new GeoPoint(latitude / 1000.0, longitude / 1000.0);
}
