using System.Data.Common;
using Spectre.Console;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Terminals;
using StaffPool.Data;
using StaffPool.Data.Operations;

namespace StaffPool.Cli.Operations;

/// <summary>Opens the database of a command and says in words why one cannot be worked on.</summary>
internal sealed class OpenDatabase(Terminal terminal, CliTexts texts)
{
    /// <param name="place">Where it is.</param>
    /// <param name="mayBeNew">Whether a database that is not there yet is made.</param>
    /// <param name="work">What the command does; its exit code.</param>
    public async Task<int> RunAsync(DatabasePlace place, bool mayBeNew, Func<ServiceDatabase, Task<int>> work)
    {
        try
        {
            if (!mayBeNew && !place.Exists)
            {
                throw new DatabaseException(DatabaseFault.Empty, Path.GetFullPath(place.Folder));
            }

            await using var database = place.Open();
            return await work(database);
        }
        catch (DatabaseException failure)
        {
            terminal.Messages.WriteLine(texts[$"database.{failure.Fault}", failure.Detail]);
            return CodeOf(failure.Fault);
        }
        catch (DbException failure)
        {
            terminal.Messages.WriteLine(texts["database.unusable", failure.Message]);
            return ExitCode.EngineUnavailable;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            terminal.Messages.WriteLine(texts["database.not-written", failure.Message]);
            return ExitCode.CannotWrite;
        }
    }

    private static int CodeOf(DatabaseFault fault) => fault switch
    {
        DatabaseFault.BadConnection => ExitCode.Usage,
        DatabaseFault.FileExists or DatabaseFault.NotEmpty => ExitCode.CannotWrite,
        DatabaseFault.NotABackup or DatabaseFault.Empty => ExitCode.InvalidInput,
        _ => ExitCode.EngineUnavailable,
    };
}
