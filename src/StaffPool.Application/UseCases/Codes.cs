using System.Globalization;
using System.Text;

namespace StaffPool.Application.UseCases;

/// <summary>Identifiers for scenarios and documents, made from names so that nobody has to think of one.</summary>
internal static class Codes
{
    // A scenario takes identifiers of at most 100 characters.
    private const int MostFromName = 60;

    /// <param name="name">Name of what is to be identified.</param>
    /// <param name="taken">Identifiers in use.</param>
    /// <returns>Small letters, digits and hyphens, with a number where another has the same name.</returns>
    public static string From(string name, IReadOnlySet<string> taken)
    {
        var plain = Plain(name);
        var code = plain;
        for (var n = 2; taken.Contains(code); n++)
        {
            code = string.Create(CultureInfo.InvariantCulture, $"{plain}-{n}");
        }

        return code;
    }

    /// <summary>Whether somebody's own identifier can be one of ours.</summary>
    public static bool IsOne(string code) =>
        code.Length is > 0 and <= 100 && code[0] is not ('-' or '.' or '/' or '_')
        && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.' or '/' or '_');

    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        var ligatures = name.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase);
        foreach (var letter in ligatures.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != '-')
            {
                plain.Append('-');
            }
        }

        var code = plain.ToString()[..Math.Min(plain.Length, MostFromName)].Trim('-');
        return code.Length > 0 ? code : "sans-nom";
    }
}
