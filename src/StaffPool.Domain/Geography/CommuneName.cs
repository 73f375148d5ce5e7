using System.Text;

namespace StaffPool.Domain.Geography;

/// <summary>
/// The form under which names of communes are compared: without accent, case, hyphen or apostrophe, "St" and "Ste"
/// written out. "ST GERMAIN-EN-LAYE" and "Saint-Germain-en-Laye" have one key.
/// </summary>
internal static class CommuneName
{
    public static string Key(string name)
    {
        var folded = new StringBuilder(name.Length + 8);
        // Decomposed accents ("e" then an accent apart, as some systems write them) are first put together.
        foreach (var letter in name.IsNormalized() ? name : name.Normalize())
        {
            Append(folded, letter);
        }

        CloseWord(folded);
        return folded.ToString().TrimEnd();
    }

    private static void Append(StringBuilder folded, char letter)
    {
        if (char.IsAsciiLetterOrDigit(letter))
        {
            folded.Append(char.ToLowerInvariant(letter));
            return;
        }

        switch (Unaccented(char.ToLowerInvariant(letter)))
        {
            case { } plain:
                folded.Append(plain);
                break;
            default:
                CloseWord(folded);
                break;
        }
    }

    // By hand and not by Unicode decomposition: 35,000 names are folded at start.
    private static string? Unaccented(char letter) => letter switch
    {
        'à' or 'á' or 'â' or 'ã' or 'ä' => "a",
        'ç' => "c",
        'è' or 'é' or 'ê' or 'ë' => "e",
        'ì' or 'í' or 'î' or 'ï' => "i",
        'ñ' => "n",
        'ò' or 'ó' or 'ô' or 'õ' or 'ö' => "o",
        'ù' or 'ú' or 'û' or 'ü' => "u",
        'ÿ' or 'ý' => "y",
        'œ' => "oe",
        'æ' => "ae",
        _ => null,
    };

    private static void CloseWord(StringBuilder folded)
    {
        if (folded.Length == 0 || folded[^1] == ' ')
        {
            return;
        }

        if (EndsWithWord(folded, "st"))
        {
            folded.Length -= 2;
            folded.Append("saint");
        }
        else if (EndsWithWord(folded, "ste"))
        {
            folded.Length -= 3;
            folded.Append("sainte");
        }

        folded.Append(' ');
    }

    private static bool EndsWithWord(StringBuilder folded, string word)
    {
        var start = folded.Length - word.Length;
        if (start < 0 || (start > 0 && folded[start - 1] != ' '))
        {
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            if (folded[start + i] != word[i])
            {
                return false;
            }
        }

        return true;
    }
}
