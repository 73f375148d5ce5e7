using StaffPool.Domain.Geography;

namespace StaffPool.Domain.Tests.Geography;

public sealed class Lambert93Tests
{
    // Computed by another program: proj4js 2.22.0, EPSG:2154.
    [Theory]
    [InlineData(693_500, 6_963_500, 49.7703969, 2.9098303)]
    [InlineData(870_262.2, 6_571_540.8, 46.2222857, 5.2091811)]
    [InlineData(146_000, 6_836_000, 48.3875112, -4.4942760)]
    [InlineData(1_044_000, 6_300_000, 43.7153041, 7.2697084)]
    [InlineData(652_000, 7_105_000, 51.0388164, 2.3171737)]
    [InlineData(690_000, 6_178_000, 42.7015341, 2.8780995)]
    public void A_point_is_where_another_program_puts_it(double x, double y, double latitude, double longitude)
    {
        var point = Lambert93.ToPoint(x, y).ShouldNotBeNull();

        point.Latitude.ShouldBe(latitude, 1e-6);
        point.Longitude.ShouldBe(longitude, 1e-6);
    }

    [Fact]
    public void The_origin_of_the_projection_is_its_definition()
    {
        var origin = Lambert93.ToPoint(700_000, 6_600_000).ShouldNotBeNull();

        (Math.Round(origin.Latitude, 8), origin.Longitude).ShouldBe((46.5, 3));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(6_963_500, 693_500)]
    [InlineData(double.NaN, 6_600_000)]
    public void What_is_not_in_metropolitan_France_is_nowhere(double x, double y) => Lambert93.ToPoint(x, y).ShouldBeNull();
}
