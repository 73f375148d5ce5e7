using System.Globalization;
using Spectre.Console;

namespace StaffPool.Cli.Terminals;

/// <summary>Where the tool writes: results on the standard output, everything else on the standard error.</summary>
/// <param name="Output">Results, formatted.</param>
/// <param name="Messages">Progress and messages, formatted.</param>
/// <param name="RawOutput">The standard output as bytes, for documents.</param>
/// <param name="IsLive">Whether the messages go to a terminal whose lines can be redrawn.</param>
internal sealed record Terminal(IAnsiConsole Output, IAnsiConsole Messages, Stream RawOutput, bool IsLive)
{
    // Room for the tables where nobody says how wide a file is.
    private const int RedirectedWidth = 120;

    public static Terminal OfProcess()
    {
        var messages = ConsoleOn(Console.Error, Console.IsErrorRedirected);
        return new Terminal(
            ConsoleOn(Console.Out, Console.IsOutputRedirected),
            messages,
            Console.OpenStandardOutput(),
            !Console.IsErrorRedirected && messages.Profile.Capabilities.Ansi);
    }

    private static IAnsiConsole ConsoleOn(TextWriter writer, bool isRedirected)
    {
        // Spectre would still colour a redirected output under some CI services: a file gets plain text.
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        if (isRedirected)
        {
            console.Profile.Width = ColumnsAsked() ?? RedirectedWidth;
        }

        return console;
    }

    private static int? ColumnsAsked() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0
            ? columns
            : null;
}
