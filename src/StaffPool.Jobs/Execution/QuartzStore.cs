using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;
using Quartz.Extensibility;
using StaffPool.Data;
using StaffPool.Data.Providers.Postgres;

namespace StaffPool.Jobs.Execution;

/// <summary>
/// Schedulers of Quartz: on PostgreSQL in its clustered store, in tables of its own beside ours, which it makes itself; on
/// SQLite in memory, because one process is all there is.
/// </summary>
internal static class QuartzStore
{
    /// <summary>Before the names of its tables.</summary>
    public const string TablePrefix = "quartz_";

    // Of each scheduler of a process: they wait more than they ask.
    private const int MostConnections = 12;

    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LateCheckIn = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(2);

    // Runs announced by another process are seen within that time; the least that Quartz takes.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <param name="name">Of the scheduler: those of one name share their work.</param>
    /// <param name="threads">Jobs at once in this process.</param>
    /// <param name="database">That of the service.</param>
    /// <param name="jobs">Makes the jobs.</param>
    /// <param name="logs">Where Quartz logs.</param>
    /// <param name="clock">Time.</param>
    /// <returns>To be disposed of; its scheduler is not started yet.</returns>
    public static StandaloneSchedulerFactory Open(
        string name, int threads, ServiceDatabase database, IJobFactory jobs, ILoggerFactory logs, TimeProvider clock) =>
        QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.Services.AddSingleton(logs);
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = name;
                options.GenerateInstanceId = database.IsShared;
                options.IdleWaitTime = Look;
                // Each look takes the lock of the cluster: it brings work for every thread that is free.
                options.MaxBatchSize = threads;
                options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            });
            quartz.UseDefaultThreadPool(threads).UseJobFactory(jobs).UseTimeProvider(clock);
            if (database is PostgresDatabase postgres)
            {
                quartz.UsePersistentStore(store => Cluster(store, name, postgres.ConnectionString));
            }
            else
            {
                quartz.UseInMemoryStore();
            }
        }).Build();

    private static void Cluster(IPersistentStoreBuilder store, string name, string connection) => store
        .UseDataSource(name)
        .UsePostgres(NpgsqlFactory.Instance, new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = MostConnections, ApplicationName = "staffpool jobs" }.ToString())
        .ConfigureStore(options =>
        {
            options.TablePrefix = TablePrefix;
            options.StoreJobDataAsStrings = true;
            options.DbRetryInterval = Reconnect;
            options.RecoverFiringsCancelledByShutdown = true;
        })
        .ProvisionSchema()
        .UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (CheckIn, LateCheckIn));
}
