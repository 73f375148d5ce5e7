using System.Text;

namespace StaffPool.Documents.Scenarios.Yaml;

/// <summary>The values of an enumeration as they are written in a file: PublicHospital is public-hospital, Car6To7Cv car-6-to-7-cv.</summary>
internal static class EnumWords
{
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum =>
        Words<T>.ByWord.Keys;

    public static bool TryRead<T>(string word, out T value)
        where T : struct, Enum =>
        Words<T>.ByWord.TryGetValue(word, out value);

    public static string Of<T>(T value)
        where T : struct, Enum =>
        Kebab(value.ToString());

    private static string Kebab(string name)
    {
        var word = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            var isNumber = char.IsAsciiDigit(letter) && word.Length > 0 && !char.IsAsciiDigit(word[^1]);
            if ((char.IsAsciiLetterUpper(letter) && word.Length > 0) || isNumber)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly OrderedDictionary<string, T> ByWord = new(
            Enum.GetValues<T>().Select(value => KeyValuePair.Create(Of(value), value)),
            StringComparer.Ordinal);
    }
}
