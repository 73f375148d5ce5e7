namespace StaffPool.Cli.Terminals;

/// <summary>
/// A few lines redrawn in place. Lines are neither padded nor ended with a line feed, so that the "^C" that a terminal
/// echoes at the cursor does not scroll them away.
/// </summary>
internal sealed class RedrawnLines(TextWriter writer)
{
    private const string EraseToEndOfLine = "\u001b[K";
    private const string EraseBelow = "\u001b[J";

    private int drawn;

    /// <param name="lines">Each shorter than the terminal is wide: a line that wraps cannot be redrawn.</param>
    public void Draw(IReadOnlyList<string> lines)
    {
        writer.Write(BackToStart() + string.Join("\r\n", lines.Select(line => line + EraseToEndOfLine)) + EraseBelow);
        writer.Flush();
        drawn = lines.Count;
    }

    /// <summary>Leaves the terminal as it was before the first line.</summary>
    public void Clear()
    {
        writer.Write(BackToStart() + EraseBelow);
        writer.Flush();
        drawn = 0;
    }

    private string BackToStart() => drawn > 1 ? FormattableString.Invariant($"\r\u001b[{drawn - 1}A") : "\r";
}
