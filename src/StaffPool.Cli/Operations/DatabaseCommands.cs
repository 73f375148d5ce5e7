using Spectre.Console;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Terminals;

namespace StaffPool.Cli.Operations;

/// <summary><c>staffpool migrate</c>, <c>backup</c> and <c>restore</c>.</summary>
internal sealed class DatabaseCommands(Terminal terminal, CliTexts texts)
{
    private readonly OpenDatabase open = new(terminal, texts);

    public Task<int> MigrateAsync(DatabasePlace place, CancellationToken stop) => open.RunAsync(place, mayBeNew: true, async database =>
    {
        var applied = await database.MigrateAsync(stop);
        return Done(applied.Count == 0 ? texts["migrate.none", database.Description] : texts.Count("migrate.done", applied.Count, database.Description));
    });

    public Task<int> BackUpAsync(DatabasePlace place, string file, CancellationToken stop) => open.RunAsync(place, mayBeNew: false, async database =>
    {
        await database.BackUpAsync(file, stop);
        return Done(texts["backup.done", database.Description, file, new FileInfo(file).Length / 1024]);
    });

    public Task<int> RestoreAsync(DatabasePlace place, string file, bool isForced, CancellationToken stop) => open.RunAsync(place, mayBeNew: true, async database =>
    {
        await database.RestoreAsync(file, isForced, stop);
        return Done(texts["restore.done", database.Description, file]);
    });

    private int Done(string message)
    {
        terminal.Output.Write(new Text(message + "\n", Tables.Good));
        return ExitCode.Success;
    }
}
