using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Npgsql;
using StaffPool.Data;
using StaffPool.Data.Providers.Postgres;

namespace StaffPool.Jobs.Hangfire;

/// <summary>
/// What Hangfire keeps: on PostgreSQL in a schema of its own, which it makes itself; on SQLite in memory, because one
/// process is all there is.
/// </summary>
internal static class HangfireStore
{
    public const string Schema = "hangfire";

    // Of each process: the workers of both lines, and what Hangfire does beside them.
    private const int MostConnections = 20;

    // A job that its worker holds is renewed five times in that time; of one that died, another worker gets it after.
    private static readonly TimeSpan Invisible = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    // The rows keep what happened; the queue need not.
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    /// <summary>Makes its tables where they are missing, and so needs the database.</summary>
    public static JobStorage Open(ServiceDatabase database)
    {
        JobStorage opened = database is PostgresDatabase postgres ? OnPostgres(postgres.ConnectionString) : new InMemoryStorage();
        opened.JobExpirationTimeout = Remembered;
        return opened;
    }

    private static PostgreSqlStorage OnPostgres(string connection)
    {
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = Schema,
            PrepareSchemaIfNecessary = true,
            // Who starts it tries again, and says so.
            StartupConnectionMaxRetries = 0,
            QueuePollInterval = Look,
            InvisibilityTimeout = Invisible,
            UseSlidingInvisibilityTimeout = true,
        };
        var own = new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = MostConnections, ApplicationName = "staffpool jobs" };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(own.ToString(), options), options);
    }
}
