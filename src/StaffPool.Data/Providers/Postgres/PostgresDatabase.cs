using Microsoft.EntityFrameworkCore;
using Npgsql;
using StaffPool.Data.Operations;

namespace StaffPool.Data.Providers.Postgres;

/// <summary>PostgreSQL, for more than one process.</summary>
public sealed class PostgresDatabase : ServiceDatabase
{
    // One for the whole process: each has its own pool of connections.
    private readonly NpgsqlDataSource source;
    private readonly DbContextOptions<PostgresContext> options;

    public PostgresDatabase(string connectionString)
    {
        try
        {
            source = NpgsqlDataSource.Create(connectionString);
        }
        // An unknown word with no value is a missing key to Npgsql.
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new DatabaseException(DatabaseFault.BadConnection, unreadable.Message);
        }

        options = new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(source).Options;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public override bool IsShared => true;

    public override string Description
    {
        get
        {
            var address = new NpgsqlConnectionStringBuilder(ConnectionString);
            return $"PostgreSQL, {address.Database} on {address.Host}";
        }
    }

    public override ValueTask<IDisposable?> WriteTurnAsync(CancellationToken stop) => ValueTask.FromResult<IDisposable?>(null);

    public override async Task<bool> IsEmptyAsync(CancellationToken stop) => (await PostgresCheck.TablesAsync(source, stop)).Count == 0;

    public override ValueTask DisposeAsync() => source.DisposeAsync();

    internal override Task<IReadOnlyList<DatabaseFlaw>> FlawsAsync(CancellationToken stop) => PostgresCheck.FlawsAsync(source, stop);

    protected override Task WriteBackupAsync(string file, CancellationToken stop) => PostgresBackup.WriteAsync(ConnectionString, file, stop);

    protected override Task ReadBackupAsync(string file, CancellationToken stop) => PostgresBackup.ReadAsync(ConnectionString, file, stop);

    protected override StaffPoolContext MakeContext() => new PostgresContext(options);
}
