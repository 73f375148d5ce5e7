using Spectre.Console;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Planning;

namespace StaffPool.Cli.Planning;

/// <summary>Writes the files that <c>--out</c> asks for and names them, or says why it cannot be done.</summary>
internal sealed class OutputFolder(Terminal terminal, CliTexts texts)
{
    /// <param name="write">Writes the files and returns their full paths.</param>
    /// <returns>Whether they are written.</returns>
    public bool Write(Func<IReadOnlyList<string>> write)
    {
        try
        {
            foreach (var path in write())
            {
                terminal.Messages.WriteLine(texts["output.written", Path.GetRelativePath(Directory.GetCurrentDirectory(), path)]);
            }

            return true;
        }
        catch (PlanNotWrittenException e)
        {
            terminal.Messages.WriteLine(texts["output.failed", e.Folder, e.Reason]);
            terminal.Messages.WriteLine(texts["output.failed.advice"]);
            return false;
        }
    }
}
