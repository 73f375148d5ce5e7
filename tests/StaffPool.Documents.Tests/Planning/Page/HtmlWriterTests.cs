using StaffPool.Documents.Pages;

namespace StaffPool.Documents.Tests.Planning.Page;

public sealed class HtmlWriterTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onload=\"x", "&quot; onload=&quot;x")]
    [InlineData("l'été & l’hiver", "l&#x27;été &amp; l’hiver")]
    [InlineData("a\u0000b\u0008c\uFFFE", "a\uFFFDb\uFFFDc\uFFFD")]
    public void What_comes_from_a_hole_is_escaped(string name, string expected)
    {
        var html = new HtmlWriter();

        html.Add($"<b title=\"{name}\">{name}</b>");

        html.ToString().ShouldBe($"<b title=\"{expected}\">{expected}</b>");
    }

    [Fact]
    public void Markup_made_by_the_writer_is_not_escaped_again()
    {
        var html = new HtmlWriter();

        html.Add($"<p>{HtmlWriter.Of($"<i>{"<"}</i>")}</p>");

        html.ToString().ShouldBe("<p><i>&lt;</i></p>");
    }

    [Fact]
    public void Coordinates_have_a_point_whatever_the_language()
    {
        var html = new HtmlWriter();

        html.Add($"{1234.56} {-7}");

        html.ToString().ShouldBe("1234.6 -7");
    }

    [Theory]
    [InlineData("Été 2026", "\"Été 2026\"")]
    [InlineData("a\"}</style>", "\"a\\22 \\7D \\3C \\2F style\\3E \"")]
    [InlineData("a\\\nb", "\"a\\5C \\A b\"")]
    public void A_css_string_cannot_be_left(string value, string expected) => CssText.Quote(value).ShouldBe(expected);
}
