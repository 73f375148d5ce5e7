using StaffPool.Documents.Scenarios.Yaml;

namespace StaffPool.Documents.Scenarios.Rows;

/// <summary>One entry of a file made from the columns of a row and from what the file said beyond them.</summary>
internal sealed class WrittenEntry
{
    private readonly Dictionary<string, Node> values;
    private readonly Dictionary<string, Node> usual = new(StringComparer.Ordinal);

    /// <param name="extras">What the row keeps as YAML, or null.</param>
    public WrittenEntry(string? extras) =>
        values = RowText.Read(extras).Entries.ToDictionary(e => e.Key.Value, e => e.Value, StringComparer.Ordinal);

    public static ScalarNode Scalar(string value) => new(default, value, false);

    public static ListNode List(IEnumerable<string> values) => new(default, [.. values.Select(Scalar)]);

    public bool Has(string key) => values.ContainsKey(key);

    public Node? Of(string key) => values.GetValueOrDefault(key);

    public string? TextOf(string key) => (Of(key) as ScalarNode)?.Value.Trim();

    public WrittenEntry Put(string key, Node? value)
    {
        if (value is not null)
        {
            values[key] = value;
        }

        return this;
    }

    public WrittenEntry Put(string key, string? value) => Put(key, value is null ? null : Scalar(value));

    public WrittenEntry Put(string key, int? value) => Put(key, value is { } number ? Numbers.Of(number) : null);

    public WrittenEntry Put(string key, bool value) => PutUnlessUsual(key, value ? "true" : "false", !value);

    public WrittenEntry Put<T>(string key, T value)
        where T : struct, Enum =>
        Put(key, EnumWords.Of(value));

    /// <summary>Nothing where the list is empty.</summary>
    public WrittenEntry Put(string key, IEnumerable<string> values)
    {
        var list = List(values);
        return list.Items.Count == 0 ? this : Put(key, list);
    }

    /// <summary>A value that a file leaves out where it is the usual one, unless it says that it was invented.</summary>
    public WrittenEntry PutUnlessUsual(string key, string value, bool isUsual) => PutUnlessUsual(key, Scalar(value), isUsual);

    public WrittenEntry PutUnlessUsual(string key, Node value, bool isUsual)
    {
        (isUsual ? usual : values)[key] = value;
        return this;
    }

    public WrittenEntry Rename(string invented, string by)
    {
        if (values.GetValueOrDefault(Provenance.Synthetic) is ListNode list)
        {
            values[Provenance.Synthetic] = List(ReadEntry.TextsOf(list).Select(k => k == invented ? by : k).Distinct(StringComparer.Ordinal));
        }

        return this;
    }

    /// <param name="order">The keys in the order in which they are written.</param>
    /// <param name="origin">Where the entry comes from unless it says so itself; null where it need not say.</param>
    public MapNode In(string[] order, string? origin = null)
    {
        KeepInventedKeys();
        if (origin is not null && !Has(Provenance.Source) && !Has(Provenance.Synthetic))
        {
            Put(Provenance.Source, origin);
        }

        return new MapNode(
            default,
            [.. values
                .OrderBy(v => Array.IndexOf(order, v.Key) is >= 0 and var place ? place : order.Length)
                .ThenBy(v => v.Key, StringComparer.Ordinal)
                .Select(v => (Scalar(v.Key), v.Value))]);
    }

    // A value that was invented may have been deleted since.
    private void KeepInventedKeys()
    {
        if (values.GetValueOrDefault(Provenance.Synthetic) is not ListNode list)
        {
            return;
        }

        var kept = ReadEntry.TextsOf(list).Where(k => Has(k) || usual.ContainsKey(k)).ToList();
        foreach (var key in kept.Where(usual.ContainsKey))
        {
            values.TryAdd(key, usual[key]);
        }

        values[Provenance.Synthetic] = List(kept);
        if (kept.Count == 0)
        {
            values.Remove(Provenance.Synthetic);
        }
    }
}
