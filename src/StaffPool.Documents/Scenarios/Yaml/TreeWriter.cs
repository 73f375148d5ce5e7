using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace StaffPool.Documents.Scenarios.Yaml;

/// <summary>Writes a tree as YAML that <see cref="TreeBuilder"/> reads as the same tree: short maps and lists on one line.</summary>
internal static partial class TreeWriter
{
    private const int MostInLine = 150;
    private const int Step = 2;

    public static string Write(MapNode root)
    {
        var text = new StringBuilder();
        WriteMap(text, root, 0, afterDash: false);
        return text.ToString();
    }

    private static void WriteMap(StringBuilder text, MapNode map, int indent, bool afterDash)
    {
        foreach (var (key, value) in map.Entries)
        {
            text.Append(' ', afterDash ? 0 : indent).Append(Scalar(key.Value)).Append(':');
            afterDash = false;
            WriteValue(text, value, indent + Step);
        }
    }

    private static void WriteValue(StringBuilder text, Node value, int indent)
    {
        if (InLine(value, indent) is { } line)
        {
            text.Append(' ').Append(line).Append('\n');
        }
        else if (value is MapNode map)
        {
            text.Append('\n');
            WriteMap(text, map, indent, afterDash: false);
        }
        else if (value is ListNode list)
        {
            text.Append('\n');
            WriteList(text, list, indent);
        }
    }

    private static void WriteList(StringBuilder text, ListNode list, int indent)
    {
        foreach (var item in list.Items)
        {
            text.Append(' ', indent).Append('-');
            if (item is MapNode map && InLine(item, indent) is null)
            {
                text.Append(' ');
                WriteMap(text, map, indent + Step, afterDash: true);
            }
            else
            {
                WriteValue(text, item, indent + Step);
            }
        }
    }

    // The entries of a section stand one below the other, however few they are.
    private static string? InLine(Node node, int indent)
    {
        if (node is ListNode { Items: [MapNode, ..] } && indent == Step)
        {
            return null;
        }

        var line = new StringBuilder();
        return node is ScalarNode || Fits(node) ? AddInLine(line, node).ToString() : null;
    }

    private static bool Fits(Node node)
    {
        var left = MostInLine;
        return Take(node, ref left);
    }

    // Counted before it is written, so that a long section is not written once for each of its levels.
    private static bool Take(Node node, ref int left)
    {
        left -= 2;
        switch (node)
        {
            case ScalarNode scalar:
                left -= scalar.Value.Length;
                return left >= 0;
            case ListNode list:
                foreach (var item in list.Items)
                {
                    if (!Take(item, ref left))
                    {
                        return false;
                    }
                }

                return true;
            case MapNode map:
                foreach (var (key, value) in map.Entries)
                {
                    left -= key.Value.Length + 2;
                    if (!Take(value, ref left))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return false;
        }
    }

    private static StringBuilder AddInLine(StringBuilder text, Node node) => node switch
    {
        ListNode list => text.Append('[').AppendJoin(", ", list.Items.Select(i => AddInLine(new StringBuilder(), i))).Append(']'),
        MapNode map => text.Append('{')
            .AppendJoin(", ", map.Entries.Select(e => AddInLine(new StringBuilder(Scalar(e.Key.Value)).Append(": "), e.Value))).Append('}'),
        ScalarNode scalar => text.Append(Scalar(scalar.Value)),
        _ => text,
    };

    private static string Scalar(string value) => Plain().IsMatch(value) && value != "null" ? value : Quoted(value);

    private static string Quoted(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' or '\\' => text.Append('\\').Append(letter),
                '\n' => text.Append("\\n"),
                // Line ends and marks that YAML folds or skips.
                '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ when char.IsControl(letter) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => text.Append(letter),
            };
        }

        return text.Append('"').ToString();
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}]([\p{L}\p{Nd}'’./_%+-]| (?! |$))*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();
}
