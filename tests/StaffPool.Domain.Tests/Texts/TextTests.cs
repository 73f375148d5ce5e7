using System.Globalization;
using System.Resources;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Tests.Texts;

public sealed class TextTests
{
    private static readonly ResourceManager Planning = new("StaffPool.Domain.Planning.PlanningTexts", typeof(NeedQuantity).Assembly);

    [Fact]
    public void French_holds_double_punctuation_and_units_to_the_word_before()
    {
        var sentence = SiteTooFar("a : b").In(CultureInfo.GetCultureInfo("fr-FR"));

        sentence.ShouldContain("\u00A0km");
        sentence.ShouldNotContain(" km");
    }

    [Fact]
    public void Names_are_shown_as_they_are() =>
        SiteTooFar("a : b").In(CultureInfo.GetCultureInfo("fr-FR")).ShouldContain("a : b");

    [Fact]
    public void English_keeps_plain_spaces() =>
        SiteTooFar("a").In(CultureInfo.GetCultureInfo("en-GB")).ShouldNotContain("\u00A0");

    private static Text SiteTooFar(string name) => new(Planning, "planning.distance-from-seat", [name, 20.5m, "Nesle", 15m]);
}
