using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using StaffPool.Data.Operations;

namespace StaffPool.Data.Providers.Sqlite;

/// <summary>A SQLite file in write-ahead mode: readers never wait for the writer.</summary>
public sealed class SqliteDatabase : ServiceDatabase
{
    public const string FileName = "staffpool.db";

    // SQLite lets one connection write and makes the others poll; a queue in the process is fair and loses no time.
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly DbContextOptions<SqliteContext> options;

    /// <param name="folder">Made where it is missing.</param>
    public SqliteDatabase(string folder)
    {
        Directory.CreateDirectory(folder);
        Path = System.IO.Path.Combine(System.IO.Path.GetFullPath(folder), FileName);
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = Path, ForeignKeys = true, DefaultTimeout = 30 }.ConnectionString;
        using (var connection = new SqliteConnection(ConnectionString))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL";
            command.ExecuteNonQuery();
        }

        options = new DbContextOptionsBuilder<SqliteContext>()
            .UseSqlite(ConnectionString)
            .AddInterceptors(new SqliteDurability())
            .Options;
    }

    /// <summary>Full path of the file.</summary>
    public string Path { get; }

    public string ConnectionString { get; }

    public override bool IsShared => false;

    public override string Description => $"SQLite, {Path}";

    public override async ValueTask<IDisposable?> WriteTurnAsync(CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        return new Turn(turn);
    }

    public override async Task<bool> IsEmptyAsync(CancellationToken stop)
    {
        await using var connection = await OpenAsync(stop);
        return await SqliteCheck.CountAsync(connection, "sqlite_master", stop) == 0;
    }

    public override ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(connection);
        turn.Dispose();
        return ValueTask.CompletedTask;
    }

    internal override async Task<IReadOnlyList<DatabaseFlaw>> FlawsAsync(CancellationToken stop)
    {
        await using var connection = await OpenAsync(stop);
        var guards = await SqliteCheck.CountAsync(connection, $"sqlite_master WHERE type = 'trigger' AND name IN ({AppendOnlyAudit.Triggers})", stop);
        return
        [
            .. (await SqliteCheck.FaultsAsync(connection, stop)).Select(fault => new DatabaseFlaw(FlawKind.Damage, fault)),
            .. guards == AppendOnlyAudit.Count ? (DatabaseFlaw[])[] : [new DatabaseFlaw(FlawKind.NotAppendOnly, "audit_entries")],
        ];
    }

    protected override Task WriteBackupAsync(string file, CancellationToken stop) => SqliteBackup.WriteAsync(ConnectionString, file, stop);

    protected override Task ReadBackupAsync(string file, CancellationToken stop) => SqliteBackup.ReadAsync(ConnectionString, file, stop);

    protected override StaffPoolContext MakeContext() => new SqliteContext(options);

    private async Task<SqliteConnection> OpenAsync(CancellationToken stop)
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(stop);
        return connection;
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
