using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace StaffPool.Data.Providers.Postgres;

/// <summary>PostgreSQL, for more than one process.</summary>
public sealed class PostgresDatabase : ServiceDatabase
{
    // One for the whole process: each has its own pool of connections.
    private readonly NpgsqlDataSource source;
    private readonly DbContextOptions<PostgresContext> options;

    public PostgresDatabase(string connectionString)
    {
        source = NpgsqlDataSource.Create(connectionString);
        options = new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(source).Options;
        ConnectionString = connectionString;
    }

    public string ConnectionString { get; }

    public override string Description
    {
        get
        {
            var address = new NpgsqlConnectionStringBuilder(ConnectionString);
            return $"PostgreSQL, {address.Database} on {address.Host}";
        }
    }

    public override ValueTask<IDisposable?> WriteTurnAsync(CancellationToken stop) => ValueTask.FromResult<IDisposable?>(null);

    public override ValueTask DisposeAsync() => source.DisposeAsync();

    protected override StaffPoolContext MakeContext() => new PostgresContext(options);
}
