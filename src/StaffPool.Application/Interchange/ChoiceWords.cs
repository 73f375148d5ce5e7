using StaffPool.Domain.Texts;

namespace StaffPool.Application.Interchange;

/// <summary>The values of an enumeration as a cell says them, in either language, or by their names in the program.</summary>
internal static class ChoiceWords
{
    public static Text Of<T>(T value)
        where T : struct, Enum =>
        ExchangeTexts.Of(KeyOf(value));

    public static IReadOnlyList<Text> All<T>()
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(Of)];

    public static bool TryRead<T>(string word, out T value)
        where T : struct, Enum =>
        Words<T>.ByKey.TryGetValue(PlainKey.Of(word), out value);

    private static string KeyOf<T>(T value)
        where T : struct, Enum =>
        $"{typeof(T).Name}.{value}";

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByKey = Read();

        private static Dictionary<string, T> Read()
        {
            var words = new Dictionary<string, T>(StringComparer.Ordinal);
            foreach (var value in Enum.GetValues<T>())
            {
                foreach (var spelling in ExchangeTexts.Spellings(KeyOf(value)).Append(value.ToString()))
                {
                    words.TryAdd(PlainKey.Of(spelling), value);
                }
            }

            return words;
        }
    }
}
