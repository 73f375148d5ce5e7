using StaffPool.Documents.Scenarios.Yaml;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>A map of which one key says what it is, and so which other keys it may have.</summary>
internal static class KindReader
{
    /// <param name="map">The map.</param>
    /// <param name="what">Section, as in the file, for the messages.</param>
    /// <param name="key">The key that says what the map is.</param>
    /// <param name="kinds">By what that key says: every key of the map, and how it is read.</param>
    /// <param name="source">What the reading needs besides.</param>
    /// <param name="problems">Where problems go.</param>
    /// <returns>Null when the kind is missing or unknown, or where its reading gives nothing.</returns>
    public static TResult? Read<TSource, TResult>(
        MapNode map,
        string what,
        string key,
        OrderedDictionary<string, (string[] Keys, Func<TSource, Fields, TResult?> Read)> kinds,
        TSource source,
        ProblemList problems)
        where TResult : class
    {
        if (map.Entries.FirstOrDefault(e => e.Key.Value == key).Value is not { } kind)
        {
            problems.Add(map.Position, "key.missing", what, key);
            return null;
        }

        if (Values.Scalar(kind, key, problems) is not { } word)
        {
            return null;
        }

        if (!kinds.TryGetValue(word.Value.Trim(), out var reader))
        {
            problems.AddUnknown(word.Position, word.Value, kinds.Keys, "choice.unknown", word.Value, key);
            return null;
        }

        return Fields.Of(map, what, reader.Keys, problems) is { } fields ? reader.Read(source, fields) : null;
    }
}
