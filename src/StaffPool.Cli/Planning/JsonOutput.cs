using Spectre.Console;
using StaffPool.Cli.Terminals;

namespace StaffPool.Cli.Planning;

/// <summary>A document on the standard output, or why it cannot be written.</summary>
internal sealed class JsonOutput(Terminal terminal, CliTexts texts)
{
    /// <returns>Success, or the exit code for what cannot be written.</returns>
    public int Write(Action<Stream> write)
    {
        try
        {
            write(terminal.RawOutput);
            terminal.RawOutput.Flush();
            return ExitCode.Success;
        }
        catch (IOException e)
        {
            terminal.Messages.WriteLine(texts["output.stdout-failed", e.Message]);
            return ExitCode.CannotWrite;
        }
    }
}
