namespace StaffPool.Documents.Scenarios.Yaml;

/// <param name="Line">From 1; 0 for the file itself.</param>
/// <param name="Column">From 1.</param>
internal readonly record struct Position(int Line, int Column);

/// <summary>A value of the file with the place where it stands.</summary>
internal abstract class Node(Position position)
{
    public Position Position { get; } = position;
}

internal sealed class ScalarNode(Position position, string value, bool isPlain) : Node(position)
{
    public string Value { get; } = value;

    /// <summary>Nothing after the colon, or one of YAML's ways to write null; quotes make it a text.</summary>
    public bool IsEmpty { get; } = isPlain && (value is "" or "~" or "null");
}

internal sealed class ListNode(Position position, IReadOnlyList<Node> items) : Node(position)
{
    public IReadOnlyList<Node> Items { get; } = items;
}

internal sealed class MapNode(Position position, IReadOnlyList<(ScalarNode Key, Node Value)> entries) : Node(position)
{
    /// <summary>As written, each key once.</summary>
    public IReadOnlyList<(ScalarNode Key, Node Value)> Entries { get; } = entries;
}
