using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace StaffPool.Documents.Scenarios.Yaml;

/// <summary>
/// Builds the tree of one YAML document from the parser's events, so that every value keeps its line and column.
/// Plain YAML only: anchors, aliases, tags and several documents are refused.
/// </summary>
internal sealed class TreeBuilder
{
    // The format needs 6; the parser gets slow on thousands of brackets.
    private const int MostDepth = 32;

    private readonly Parser parser;
    private readonly ProblemList problems;
    private bool stopped;

    private TreeBuilder(string text, ProblemList problems) =>
        (parser, this.problems) = (new Parser(new StringReader(text)), problems);

    /// <returns>The tree, or null when the text is not YAML or holds nothing; the problems say why.</returns>
    public static Node? Build(string text, ProblemList problems)
    {
        var builder = new TreeBuilder(text, problems);
        try
        {
            return builder.Document();
        }
        catch (YamlException error)
        {
            problems.Add(
                At(error.Start),
                EndsAt(text, error.End) ? "yaml.truncated" : "yaml.syntax",
                error.Message);
            return null;
        }
        catch (InvalidOperationException error)
        {
            // YamlDotNet 16.3 throws this, without a place, on some broken plain values.
            problems.Add(builder.parser.Current is { } last ? At(last.End) : new Position(1, 1), "yaml.syntax", error.Message);
            return null;
        }
    }

    private Node? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            problems.Add(new Position(1, 1), "file.empty");
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = NodeAt(0);
        if (stopped)
        {
            return null;
        }

        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
        {
            problems.Add(At(second.Start), "yaml.documents");
        }

        return root;
    }

    private Node NodeAt(int depth)
    {
        if (parser.Current is not (NodeEvent or AnchorAlias))
        {
            // YamlDotNet 16.3 closes some unbalanced maps after a key, without an error.
            var end = parser.Current is { } last ? At(last.Start) : new Position(1, 1);
            problems.Add(end, "yaml.unbalanced");
            stopped = true;
            return new ScalarNode(end, "", true);
        }

        var current = parser.Current;
        var position = At(current.Start);
        if (depth > MostDepth)
        {
            problems.Add(position, "yaml.too-deep", MostDepth);
            stopped = true;
            return new ScalarNode(position, "", true);
        }

        RefuseExtras(current, position);
        switch (current)
        {
            case MappingStart:
                parser.MoveNext();
                return new MapNode(position, Entries(depth));
            case SequenceStart:
                parser.MoveNext();
                return new ListNode(position, Items(depth));
            case Scalar scalar:
                parser.MoveNext();
                return new ScalarNode(position, scalar.Value, scalar.Style == ScalarStyle.Plain);
            default:
                parser.MoveNext();
                return new ScalarNode(position, "", true);
        }
    }

    private List<Node> Items(int depth)
    {
        var items = new List<Node>();
        while (!stopped && parser.Current is not SequenceEnd)
        {
            items.Add(NodeAt(depth + 1));
        }

        parser.MoveNext();
        return items;
    }

    private List<(ScalarNode Key, Node Value)> Entries(int depth)
    {
        var entries = new List<(ScalarNode Key, Node Value)>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!stopped && parser.Current is not MappingEnd)
        {
            var key = NodeAt(depth + 1);
            var value = stopped ? key : NodeAt(depth + 1);
            if (key is not ScalarNode name)
            {
                problems.Add(key.Position, "yaml.complex-key");
            }
            else if (!lines.TryAdd(name.Value, name.Position.Line))
            {
                problems.Add(name.Position, "yaml.duplicate-key", name.Value, lines[name.Value]);
            }
            else
            {
                entries.Add((name, value));
            }
        }

        parser.MoveNext();
        return entries;
    }

    private void RefuseExtras(ParsingEvent current, Position position)
    {
        if (current is AnchorAlias alias)
        {
            problems.Add(position, "yaml.alias", alias.Value.Value);
        }
        else if (current is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            problems.Add(position, "yaml.anchor", anchored.Anchor.Value);
        }
        else if (current is NodeEvent { Tag.IsEmpty: false } tagged)
        {
            problems.Add(position, "yaml.tag", tagged.Tag.ToString());
        }
    }

    // The text stops in the middle of something: more likely cut than mistyped.
    private static bool EndsAt(string text, Mark mark) => mark.Index >= text.AsSpan().TrimEnd().Length;

    private static Position At(Mark mark) => new(
        int.CreateSaturating(mark.Line), int.CreateSaturating(mark.Column));
}
