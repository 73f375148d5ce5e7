using System.Globalization;
using System.Text;

namespace StaffPool.Documents.Planning.Page;

/// <summary>The style rules by which a radio button shows the trips of a profession on the map, without a script.</summary>
internal static class MapFilter
{
    public static string RulesFor(PageModel page)
    {
        var css = new StringBuilder();
        foreach (var (number, _) in page.Grouping.Professions.Index())
        {
            css.Append(CultureInfo.InvariantCulture, $".map:has(#f{number}:checked) .v:not(.p{number}){{display:none}}");
            css.Append(CultureInfo.InvariantCulture, $".map:has(#f{number}:checked) .p{number}{{display:inline}}\n");
        }

        return css.ToString();
    }
}
