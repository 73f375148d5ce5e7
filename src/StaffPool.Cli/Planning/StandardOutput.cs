using Spectre.Console;
using StaffPool.Cli.Terminals;

namespace StaffPool.Cli.Planning;

/// <summary>Writes on the standard output, or says why it cannot be done.</summary>
internal sealed class StandardOutput(Terminal terminal, CliTexts texts)
{
    /// <summary>A document.</summary>
    /// <returns>Success, or the exit code for what cannot be written.</returns>
    public int Write(Action<Stream> write) => Show(() =>
    {
        write(terminal.RawOutput);
        terminal.RawOutput.Flush();
    });

    /// <summary>Words and tables.</summary>
    /// <returns>As for a document.</returns>
    public int Show(Action write)
    {
        try
        {
            write();
            return ExitCode.Success;
        }
        catch (IOException e)
        {
            // The standard output is a file on a full disk, or its reader is gone.
            terminal.Messages.WriteLine(texts["output.stdout-failed", e.Message]);
            return ExitCode.CannotWrite;
        }
    }
}
