using System.Globalization;
using System.Text;

namespace StaffPool.Application.Interchange;

/// <summary>The form under which what people type is compared: letters and digits, without accents or capitals.</summary>
internal static class PlainKey
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        var ligatures = text.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase);
        foreach (var letter in ligatures.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
            {
                plain.Append(char.ToLower(letter, CultureInfo.InvariantCulture));
            }
        }

        return plain.ToString();
    }
}
