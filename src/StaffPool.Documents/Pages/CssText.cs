using System.Globalization;
using System.Text;

namespace StaffPool.Documents.Pages;

/// <summary>Text in a style sheet: the footer of the printed page names the scenario, which comes from a file.</summary>
internal static class CssText
{
    /// <summary>
    /// A CSS string with its quotes. Everything but letters, digits and spaces is written as its number, so that it can
    /// end neither the string nor the style element.
    /// </summary>
    public static string Quote(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in value.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value == ' ')
            {
                quoted.Append(rune);
            }
            else
            {
                // The space ends the number and is not part of the text.
                quoted.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:X} ");
            }
        }

        return quoted.Append('"').ToString();
    }
}
