using System.Globalization;

namespace StaffPool.Documents.Scenarios.Yaml;

/// <summary>
/// Reads the keys of one map, each as its type, and reports whatever is wrong with them. A value that is missing or
/// wrong comes back null, and the reading goes on.
/// </summary>
internal sealed class Fields
{
    private readonly Dictionary<string, Node> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> emptied = new(StringComparer.Ordinal);
    private readonly string what;

    private Fields(MapNode map, string what, ProblemList problems) =>
        (Position, this.what, Problems) = (map.Position, what, problems);

    public Position Position { get; }

    public ProblemList Problems { get; }

    /// <param name="node">What should be a map.</param>
    /// <param name="what">Section, as in the file, for the messages.</param>
    /// <param name="keys">Every key that the map may have.</param>
    /// <param name="problems">Where problems go.</param>
    /// <returns>Null when the node is not a map.</returns>
    public static Fields? Of(Node node, string what, IReadOnlyCollection<string> keys, ProblemList problems)
    {
        if (node is not MapNode map)
        {
            problems.Add(node.Position, "type.map", what, string.Join(", ", keys));
            return null;
        }

        var fields = new Fields(map, what, problems);
        foreach (var (key, value) in map.Entries)
        {
            if (keys.Contains(key.Value))
            {
                fields.Take(key, value);
            }
            else if (IsAfterComma(key, value))
            {
                problems.Add(key.Position, "number.comma-in-map", key.Value);
            }
            else
            {
                problems.AddUnknown(key.Position, key.Value, keys, "key.unknown", key.Value, what);
            }
        }

        return fields;
    }

    public bool Has(string key) => values.ContainsKey(key);

    public Node? Node(string key) => values.GetValueOrDefault(key);

    public Position PositionOf(string key) => Node(key)?.Position ?? Position;

    /// <summary>Reports the key as missing unless it is there.</summary>
    public Node? Required(string key)
    {
        if (Node(key) is { } node)
        {
            return node;
        }

        if (!emptied.Contains(key))
        {
            Problems.Add(Position, "key.missing", what, key);
        }

        return null;
    }

    public ScalarNode? Scalar(string key) => Node(key) is { } node ? Values.Scalar(node, key, Problems) : null;

    public string? Text(string key) => Scalar(key)?.Value.Trim();

    public string? RequiredText(string key) => Required(key) is null ? null : Text(key);

    public int? Integer(string key, int least, int most) =>
        Scalar(key) is { } scalar && Values.Number(scalar, key, least, most, true, Problems) is { } number
            ? decimal.ToInt32(number)
            : null;

    public int? RequiredInteger(string key, int least, int most) =>
        Required(key) is null ? null : Integer(key, least, most);

    public decimal? Number(string key, decimal least, decimal most) =>
        Scalar(key) is { } scalar ? Values.Number(scalar, key, least, most, false, Problems) : null;

    public decimal? RequiredNumber(string key, decimal least, decimal most) =>
        Required(key) is null ? null : Number(key, least, most);

    public bool? Flag(string key) => Scalar(key) is { } scalar ? Values.Flag(scalar, key, Problems) : null;

    public DateOnly? Date(string key) => Scalar(key) is { } scalar ? Values.Date(scalar, Problems) : null;

    public DateOnly? RequiredDate(string key) => Required(key) is null ? null : Date(key);

    public T? Choice<T>(string key)
        where T : struct, Enum =>
        Scalar(key) is { } scalar ? Values.Choice<T>(scalar, key, Problems) : null;

    public T? RequiredChoice<T>(string key)
        where T : struct, Enum =>
        Required(key) is null ? null : Choice<T>(key);

    /// <summary>The texts of a list; empty when the key is absent.</summary>
    public IReadOnlyList<ScalarNode> Scalars(string key) =>
        Node(key) is { } node ? Values.Scalars(node, key, Problems) : [];

    public T? Reference<T>(string key, Registry<T> registry)
        where T : class =>
        Scalar(key) is { } scalar ? registry.Find(scalar) : null;

    public T? RequiredReference<T>(string key, Registry<T> registry)
        where T : class =>
        Required(key) is null ? null : Reference(key, registry);

    /// <summary>What a list of identifiers points to; an identifier written twice is reported.</summary>
    public IReadOnlyList<T> References<T>(string key, Registry<T> registry)
        where T : class
    {
        var found = new List<T>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var scalar in Scalars(key))
        {
            if (!seen.Add(scalar.Value.Trim()))
            {
                Problems.Add(scalar.Position, "reference.twice", scalar.Value, key);
            }
            else if (registry.Find(scalar) is { } value)
            {
                found.Add(value);
            }
        }

        return found;
    }

    // A key without a value is reported once, then treated as absent.
    private void Take(ScalarNode key, Node value)
    {
        if (value is ScalarNode { IsEmpty: true })
        {
            emptied.Add(key.Value);
            Problems.Add(key.Position, "key.empty", key.Value);
        }
        else
        {
            values.Add(key.Value, value);
        }
    }

    // In {fte: 0,5} YAML reads the key fte with 0, then a key 5 without a value.
    private static bool IsAfterComma(ScalarNode key, Node value) =>
        value is ScalarNode { IsEmpty: true }
        && int.TryParse(key.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
