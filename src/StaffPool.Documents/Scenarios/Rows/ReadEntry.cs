using System.Globalization;
using StaffPool.Documents.Scenarios.Yaml;

namespace StaffPool.Documents.Scenarios.Rows;

/// <summary>
/// One entry of a file on its way to a row: what a column does not take is left, and kept as it is written. The file was
/// read strictly before, so that every value is of its type.
/// </summary>
internal sealed class ReadEntry(MapNode map)
{
    private readonly OrderedDictionary<string, Node> left =
        new(map.Entries.Select(e => KeyValuePair.Create(e.Key.Value, e.Value)), StringComparer.Ordinal);

    public static IEnumerable<MapNode> ListOf(Node? section) => section is ListNode list ? list.Items.OfType<MapNode>() : [];

    public Node? See(string key) => left.GetValueOrDefault(key);

    public Node? Take(string key) => left.Remove(key, out var value) ? value : null;

    /// <summary>Leaves a value that the file does not write.</summary>
    public void Keep(string key, string value) => left[key] = new ScalarNode(default, value, false);

    /// <summary>The entries of a list of maps.</summary>
    public IEnumerable<ReadEntry> TakeEntries(string key) => ListOf(Take(key)).Select(m => new ReadEntry(m));

    public string? Text(string key) => (Take(key) as ScalarNode)?.Value.Trim();

    /// <summary>A text that the strict reading required.</summary>
    public string Required(string key) => Text(key) ?? throw new InvalidOperationException($"{key} is missing in an entry that was read.");

    public List<string> Texts(string key) => TextsOf(Take(key));

    public static List<string> TextsOf(Node? node) =>
        node is ListNode list ? [.. list.Items.OfType<ScalarNode>().Select(s => s.Value.Trim()).Distinct(StringComparer.Ordinal)] : [];

    public bool Flag(string key) => Text(key) == "true";

    public decimal? Number(string key) => Text(key) is { } text ? decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) : null;

    public int? Integer(string key) => Number(key) is { } number ? decimal.ToInt32(number) : null;

    public DateOnly? Day(string key) => Text(key) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public T? Choice<T>(string key)
        where T : struct, Enum =>
        Text(key) is { } word && EnumWords.TryRead<T>(word, out var value) ? value : null;

    /// <summary>What no column took, as YAML; null where nothing is left.</summary>
    public string? Left() => left.Count == 0
        ? null
        : TreeWriter.Write(new MapNode(default, [.. left.Select(e => (new ScalarNode(default, e.Key, false), e.Value))]));
}
