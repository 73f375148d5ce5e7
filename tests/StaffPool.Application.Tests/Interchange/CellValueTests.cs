using StaffPool.Application.Interchange;

namespace StaffPool.Application.Tests.Interchange;

public sealed class CellValueTests
{
    [Theory]
    [InlineData("1 234,5", 1234.5)]
    [InlineData("1\u00a0234,5", 1234.5)]
    [InlineData("1\u202f234,50", 1234.5)]
    [InlineData("1.234,5", 1234.5)]
    [InlineData("1,234.5", 1234.5)]
    [InlineData("0.8", 0.8)]
    [InlineData("80 %", 0.8)]
    [InlineData("-3", -3)]
    [InlineData("12 €", 12)]
    public void A_number_is_read_however_it_is_typed(string typed, double number) => CellValue.Number(typed).ShouldBe((decimal)number);

    [Theory]
    [InlineData("douze")]
    [InlineData("12 jours")]
    [InlineData("=1+1")]
    [InlineData("1,2,3")]
    [InlineData("")]
    public void What_is_no_number_is_none(string typed) => CellValue.Number(typed).ShouldBeNull();

    [Fact]
    public void The_noise_of_a_binary_fraction_is_left_out()
    {
        CellValue.Number(0.1 + 0.2).ShouldBe(0.3m);
        CellValue.Text(80585d).ShouldBe("80585");
        CellValue.Whole(12.5).ShouldBeNull();
    }

    [Theory]
    [InlineData("31/12/2026")]
    [InlineData("31/12/26")]
    [InlineData("31-12-2026")]
    [InlineData("31.12.2026")]
    [InlineData("2026-12-31")]
    [InlineData("31 décembre 2026")]
    [InlineData("31 DECEMBRE 2026")]
    [InlineData(" 31  déc. 2026 ")]
    [InlineData(46387d)]
    public void A_day_is_read_however_it_is_typed(object typed) => CellValue.Day(typed).ShouldBe(new DateOnly(2026, 12, 31));

    [Theory]
    [InlineData("1er janvier 2027", 1)]
    [InlineData("1/1/2027", 1)]
    public void The_first_of_a_month_is_a_day(string typed, int day) => CellValue.Day(typed).ShouldBe(new DateOnly(2027, 1, day));

    [Theory]
    [InlineData("31/02/2026")]
    [InlineData("12/31/2026")]
    [InlineData("demain")]
    [InlineData(12d)]
    public void What_is_no_day_is_none(object typed) => CellValue.Day(typed).ShouldBeNull();

    [Theory]
    [InlineData("03/2026")]
    [InlineData("2026-03")]
    [InlineData("mars 2026")]
    [InlineData("Mars-26")]
    [InlineData("17/03/2026")]
    public void A_month_is_read_however_it_is_typed(string typed) => CellValue.Month(typed).ShouldBe(new DateOnly(2026, 3, 1));

    [Theory]
    [InlineData("OUI", true)]
    [InlineData("x", true)]
    [InlineData("Vrai", true)]
    [InlineData(1d, true)]
    [InlineData("non", false)]
    [InlineData(false, false)]
    [InlineData("peut-être", null)]
    public void Yes_and_no_have_many_forms(object typed, bool? read) => CellValue.Yes(typed).ShouldBe(read);

    [Theory]
    [InlineData("Établissement public de santé")]
    [InlineData("ETABLISSEMENT PUBLIC DE SANTE")]
    [InlineData("public-hospital")]
    [InlineData("Centre hospitalier")]
    public void A_choice_is_read_in_its_other_spellings(string typed)
    {
        ChoiceWords.TryRead<Domain.Members.MemberKind>(typed, out var kind).ShouldBeTrue();
        kind.ShouldBe(Domain.Members.MemberKind.PublicHospital);
    }
}
