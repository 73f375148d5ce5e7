using System.Text;
using StaffPool.Application.UseCases;
using StaffPool.Documents.Interchange;

namespace StaffPool.Documents.Tests.Interchange;

public sealed class FinessFileTests
{
    /// <summary>The real layout, with synthetic establishments: columns of the extraction of data.gouv.fr.</summary>
    private const string Sample =
        """
        finess;etalab;93;2026-11-03
        structureet;800000001;800000900;EHPAD LES PRES;EHPAD RESIDENCE SYNTHETIQUE DES PRÉS;;;12;R;DE L'EGLISE;;;585;80;SOMME;80190 NESLE;0300000000;;500;EHPAD;4401;Ets hébergement;26800000000011;8710A;44;ARS TP HAS;0;Indéterminé;1990-01-01;1989-01-01;2026-01-01;
        structureet;800000002;800000900;IME SYNTHETIQUE;;;;;;;;;410;80;SOMME;80400 HAM;;;183;I.M.E.;4101;Ets enfance handicapée;;8710B;57;ARS;0;Indéterminé;1990-01-01;1989-01-01;2026-01-01;
        structureet;970000003;970000901;EHPAD SYNTHETIQUE OUTRE-MER;;;;;;;;;105;9A;GUADELOUPE;97100 BASSE TERRE;;;500;EHPAD;4401;Ets hébergement;;8710A;44;ARS;0;Indéterminé;1990-01-01;1989-01-01;2026-01-01;
        geolocalisation;800000001;693500.0;6963500.0;1,ATLASANTE,96,BAN,L93_METROPOLE;2026-01-01
        geolocalisation;800000002;;;;
        geolocalisation;970000003;643000.1;1770000.2;1,ATLASANTE,90,BAN,UTM_N20;2026-01-01
        """;

    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1252")]
    public void The_establishments_of_a_legal_entity_are_read_with_their_commune_and_place(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        var found = new FinessFile().Read(Encoding.GetEncoding(encoding).GetBytes(Sample), (_, legal) => legal == "800000900");

        found.Select(e => (e.Number, e.Name, e.InseeCode, e.Category)).ShouldBe(
            [("800000001", "EHPAD RESIDENCE SYNTHETIQUE DES PRÉS", "80585", "500"), ("800000002", "IME SYNTHETIQUE", "80410", "183")]);
        found[0].Location!.Value.Latitude.ShouldBe(49.7703969, 1e-6);
        found[1].Location.ShouldBeNull();
    }

    [Fact]
    public void A_point_in_another_projection_is_left_out_and_an_overseas_commune_has_its_INSEE_code()
    {
        var found = new FinessFile().Read(Encoding.UTF8.GetBytes(Sample), (number, _) => number == "970000003").Single();

        (found.InseeCode, found.Location).ShouldBe(("97105", null));
    }

    [Fact]
    public void Another_file_is_refused() =>
        Should.Throw<RefusedException>(() => new FinessFile().Read("Nom;Type\nx;y\n"u8.ToArray(), (_, _) => true)).Reasons.Single().Code.ShouldBe("file.not-finess");
}
