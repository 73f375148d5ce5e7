using Spectre.Console;

namespace StaffPool.Cli.Terminals;

/// <summary>A share drawn as a bar, in plain characters where the terminal has no Unicode.</summary>
internal static class Bar
{
    /// <param name="console">Where it is shown.</param>
    /// <param name="share">From 0 to 1; what lies outside is cut.</param>
    /// <param name="width">In characters.</param>
    public static string Of(IAnsiConsole console, decimal share, int width)
    {
        var (full, empty) = console.Profile.Capabilities.Unicode ? ('█', '░') : ('#', '.');
        var filled = (int)(Math.Clamp(share, 0, 1) * width);
        return new string(full, filled) + new string(empty, width - filled);
    }
}
