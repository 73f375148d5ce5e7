using System.Diagnostics;
using StaffPool.Domain.Geography;

namespace StaffPool.Domain.Tests.Geography;

public sealed class CommuneDirectoryTests
{
    private static readonly CommuneDirectory France = CommuneDirectory.France;

    [Fact]
    public void Nearly_every_commune_is_there_with_its_postal_codes_and_population()
    {
        France.All.Count.ShouldBeGreaterThan(34_800);
        France.All.ShouldAllBe(c => c.PostalCodes.Count > 0 && c.InseeCode.Length == 5);
        France.All.ShouldAllBe(c => Math.Abs(c.Centre.Latitude) < 52 && Math.Abs(c.Centre.Longitude) < 70);
        France.ByInseeCode("80585").ShouldNotBeNull().Population.ShouldBe(2284);
        France.ByInseeCode("00000").ShouldBeNull();
    }

    [Theory]
    [InlineData("80034", 11.4)] // Athies
    [InlineData("80410", 11.8)] // Ham
    [InlineData("80685", 11.8)] // Roye
    [InlineData("80790", 12.0)] // Verpillières
    [InlineData("60291", 15.0)] // Guiscard
    [InlineData("80759", 18.3)] // Tilloloy
    [InlineData("02315", 20.7)] // Flavy-le-Martel
    [InlineData("80271", 31.2)] // Épehy
    public void The_members_of_Picardie_lie_as_far_from_Nesle_as_measured(string inseeCode, double kilometres)
    {
        var nesle = France.ByInseeCode("80585").ShouldNotBeNull();
        var other = France.ByInseeCode(inseeCode).ShouldNotBeNull();

        (nesle.Centre.GreatCircleMetresTo(other.Centre) / 1000).ShouldBe(kilometres, 0.3);
        other.Centre.GreatCircleMetresTo(nesle.Centre).ShouldBe(nesle.Centre.GreatCircleMetresTo(other.Centre), 1e-6);
    }

    [Theory]
    [InlineData("épehy", "80271")]
    [InlineData("EPEHY", "80271")]
    [InlineData("E\u0301pehy", "80271")]
    [InlineData("flavy le martel", "02315")]
    [InlineData("  Flavy-le-Martel ", "02315")]
    [InlineData("L’Abergement Clémenciat", "01001")]
    [InlineData("St Germain en Laye", "78551")]
    [InlineData("STE-MENEHOULD", "51507")]
    [InlineData("Crevecoeur-le-Grand", "60178")]
    public void A_name_is_found_whatever_its_spelling(string written, string inseeCode) =>
        France.Resolve(written).ShouldBeOfType<CommuneResolution.Found>().Commune.InseeCode.ShouldBe(inseeCode);

    [Fact]
    public void A_name_borne_twice_is_ambiguous_until_the_postal_code_is_given()
    {
        var candidates = France.Resolve("Roye").ShouldBeOfType<CommuneResolution.Ambiguous>().Candidates;

        candidates.Select(c => c.InseeCode).ShouldBe(["70455", "80685"]);
        France.Resolve("Roye", "80700").ShouldBeOfType<CommuneResolution.Found>().Commune.InseeCode.ShouldBe("80685");
    }

    [Fact]
    public void A_misspelt_name_gets_the_nearest_ones()
    {
        var nearest = France.Resolve("Guisard").ShouldBeOfType<CommuneResolution.Unknown>().Nearest;

        nearest.ShouldContain(c => c.InseeCode == "60291");
        France.Resolve("Guisard", "60640").ShouldBeOfType<CommuneResolution.Unknown>().Nearest[0].InseeCode.ShouldBe("60291");
    }

    [Fact]
    public void A_right_name_with_a_wrong_postal_code_gets_the_namesakes_of_the_department_first() =>
        France.Resolve("Athies", "80190").ShouldBeOfType<CommuneResolution.Unknown>()
            .Nearest.Select(c => c.InseeCode).ShouldBe(["80034", "62042"]);

    [Fact]
    public void A_part_of_a_name_with_its_postal_code_finds_the_whole() =>
        France.Resolve("Flavy", "02520").ShouldBeOfType<CommuneResolution.Unknown>()
            .Nearest[0].Name.ShouldBe("Flavy-le-Martel");

    [Theory]
    [InlineData("")]
    [InlineData("----")]
    [InlineData("Nulle-Part-sur-Néant-lès-Chimères")]
    public void What_resembles_nothing_is_unknown_without_suggestion(string written) =>
        France.Resolve(written).ShouldBeOfType<CommuneResolution.Unknown>().Nearest.ShouldBeEmpty();

    [Fact]
    public void Every_commune_is_found_by_its_own_name_and_postal_code()
    {
        var watch = Stopwatch.StartNew();
        foreach (var commune in France.All)
        {
            switch (France.Resolve(commune.Name, commune.PostalCodes[0]))
            {
                case CommuneResolution.Found found:
                    found.Commune.ShouldBe(commune);
                    break;
                case CommuneResolution.Ambiguous ambiguous:
                    ambiguous.Candidates.ShouldContain(commune);
                    break;
                default:
                    Assert.Fail(commune.Name);
                    break;
            }
        }

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }
}
