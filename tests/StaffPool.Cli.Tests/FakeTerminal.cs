using System.Text;
using Spectre.Console;
using StaffPool.Cli.Terminals;

namespace StaffPool.Cli.Tests;

/// <summary>A terminal in memory: no colour, a given width, Unicode.</summary>
internal sealed class FakeTerminal : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter messages = new();
    private readonly MemoryStream raw = new();

    public FakeTerminal(int width = 100, bool isLive = false) =>
        Terminal = new Terminal(ConsoleOn(output, width), ConsoleOn(messages, width), raw, isLive);

    public Terminal Terminal { get; }

    public string Output => output.ToString();

    public string Messages => messages.ToString();

    public string Raw => Encoding.UTF8.GetString(raw.ToArray());

    public void Dispose()
    {
        output.Dispose();
        messages.Dispose();
        raw.Dispose();
    }

    private static IAnsiConsole ConsoleOn(StringWriter writer, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
