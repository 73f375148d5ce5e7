using Microsoft.EntityFrameworkCore;
using StaffPool.Data;
using StaffPool.Data.Providers.Sqlite;

namespace StaffPool.Cli.Hosting.Bench;

/// <summary>
/// Measures the real service from outside: fills a database, starts the service as a process of its own, and lets signed-in
/// clients read and write the declaration of needs. See docs/benchmarks.md.
/// </summary>
/// <param name="postgres">Connection string of an empty database, or null for a new SQLite file.</param>
/// <param name="clock">For the links.</param>
internal sealed class ServiceBench(string? postgres, TimeProvider clock)
{
    // What a start leaves to do settles meanwhile.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    // Of the time of a phase, before it counts: the first requests compile the code that they run through.
    private const double WarmUp = 0.3;

    /// <param name="size">What to measure.</param>
    /// <param name="stop">Gives up; the service is ended and nothing is left.</param>
    /// <exception cref="ServiceBenchException">It cannot be measured.</exception>
    public async Task<ServiceFigures> RunAsync(ServiceSize size, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("staffpool-bench-").FullName;
        try
        {
            await using var database = ServiceDatabase.Open(folder, postgres);
            if (!await database.IsEmptyAsync(stop))
            {
                throw new ServiceBenchException("bench.service.not-empty", database.Description);
            }

            try
            {
                return await RunAsync(size, database, folder, stop);
            }
            finally
            {
                await EmptyAsync(database);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<ServiceFigures> RunAsync(ServiceSize size, ServiceDatabase database, string folder, CancellationToken stop)
    {
        TimeSpan firstStart;
        using (var first = await ServiceProcess.StartAsync(folder, postgres, stop))
        {
            firstStart = first.FirstPage;
        }

        var users = await new BenchGroupings(database, clock).AddAsync(size, stop);
        using var service = await ServiceProcess.StartAsync(folder, postgres, stop);
        await Task.Delay(Rest, stop);
        var atRest = service.WorkingSet;
        var clients = users.Select(u => size.ThroughApi ? new ApiBenchClient(service.Address, u.Token) : (IBenchClient)new BenchClient(service.Address, u.Grouping)).ToList();
        try
        {
            foreach (var (client, user) in clients.Zip(users))
            {
                await client.SignInAsync(user.Link, stop);
            }

            var read = await PhaseAsync(service, clients, (c, s) => c.ReadAsync(s), size.Time, stop);
            var write = await PhaseAsync(service, clients, (c, s) => c.WriteAsync(s), size.Time, stop);
            var lost = await Task.WhenAll(clients.Select(c => c.CheckAsync(stop)));
            write = write with { Failed = write.Failed + lost.Count(l => l == AnswerKind.Failed) };
            return new ServiceFigures(
                size, postgres is null ? "SQLite" : "PostgreSQL", firstStart, service.FirstPage, read, write, atRest, service.PeakWorkingSet,
                await SizeAsync(database, folder, stop), clients.Select(c => c.Failure).FirstOrDefault(f => f is not null));
        }
        finally
        {
            clients.ForEach(c => c.Dispose());
        }
    }

    private static async Task<PhaseFigures> PhaseAsync(
        ServiceProcess service, IReadOnlyList<IBenchClient> clients, Func<IBenchClient, CancellationToken, Task<AnswerKind>> ask, TimeSpan time, CancellationToken stop)
    {
        var warm = await PhaseFigures.OfAsync(clients, ask, time * WarmUp, stop);
        var before = service.Processor;
        var counted = await PhaseFigures.OfAsync(clients, ask, time, stop);
        return counted with { Failed = counted.Failed + warm.Failed, Processor = (service.Processor - before) / Math.Max(1, counted.Done) };
    }

    private async Task<long> SizeAsync(ServiceDatabase database, string folder, CancellationToken stop)
    {
        if (postgres is null)
        {
            return Directory.GetFiles(folder, SqliteDatabase.FileName + "*").Sum(f => new FileInfo(f).Length);
        }

        await using var db = database.NewContext();
        return await db.Database.SqlQuery<long>($"SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync(stop);
    }

    // It was empty before.
    private async Task EmptyAsync(ServiceDatabase database)
    {
        if (postgres is not null)
        {
            await using var db = database.NewContext();
            await db.Database.ExecuteSqlAsync($"DROP SCHEMA public CASCADE; CREATE SCHEMA public", CancellationToken.None);
        }
    }
}
