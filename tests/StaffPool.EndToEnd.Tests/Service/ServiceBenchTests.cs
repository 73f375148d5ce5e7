using System.Text.Json;
using StaffPool.Testing.Databases;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>The benchmarks of the service through the real executable, on sizes that take a moment.</summary>
public sealed class ServiceBenchTests
{
    [Theory]
    [BothProviders]
    public async Task A_small_service_is_measured_without_one_failure(Provider provider)
    {
        string[] database = provider == Provider.Sqlite ? [] : ["--database", PostgresServer.Shared.NewDatabase()];

        var run = await ToolProcess.RunAsync(["bench", "service", "--groupings", "1", "--members", "3", "--time", "1", "--clients", "2", "--json", .. database]);

        run.ShouldEnd(0);
        var figures = JsonDocument.Parse(run.Output).RootElement;
        figures.GetProperty("database").GetString().ShouldBe(provider == Provider.Sqlite ? "SQLite" : "PostgreSQL");
        foreach (var phase in (string[])["read", "write"])
        {
            var of = figures.GetProperty(phase);
            of.GetProperty("failed").GetInt32().ShouldBe(0);
            of.GetProperty("refused").GetInt32().ShouldBe(0);
            of.GetProperty("done").GetInt32().ShouldBePositive();
            of.GetProperty("perSecond").GetDouble().ShouldBePositive();
            of.GetProperty("p50").GetDouble().ShouldBeInRange(0.01, of.GetProperty("p99").GetDouble());
        }

        figures.GetProperty("restMiB").GetInt64().ShouldBeInRange(30, figures.GetProperty("peakMiB").GetInt64());
        figures.GetProperty("startSeconds").GetDouble().ShouldBePositive();
        figures.GetProperty("firstStartSeconds").GetDouble().ShouldBePositive();
        figures.GetProperty("databaseKiB").GetInt64().ShouldBePositive();
    }

    [Fact]
    public async Task A_few_runs_are_measured_on_one_and_two_workers_and_over_a_kill()
    {
        var run = await ToolProcess.RunAsync("bench", "jobs", "--runs", "8", "--starts", "2", "--json", "--database", PostgresServer.Shared.NewDatabase());

        run.ShouldEnd(0);
        var figures = JsonDocument.Parse(run.Output).RootElement;
        figures.GetProperty("database").GetString().ShouldBe("PostgreSQL");
        figures.GetProperty("failed").GetInt32().ShouldBe(0);
        figures.GetProperty("oneWorkerPerSecond").GetDouble().ShouldBePositive();
        figures.GetProperty("twoWorkersPerSecond").GetDouble().ShouldBePositive();
        figures.GetProperty("startP50Ms").GetDouble().ShouldBeInRange(0.01, figures.GetProperty("startP99Ms").GetDouble());
        // A worker is taken for dead after 15 seconds without a sign of life.
        figures.GetProperty("takeOverSeconds").GetDouble().ShouldBeInRange(10, 60);
        figures.GetProperty("webRestMiB").GetInt64().ShouldBeInRange(30, figures.GetProperty("webPeakMiB").GetInt64());
        figures.GetProperty("workerRestMiB").GetInt64().ShouldBeInRange(30, figures.GetProperty("workerPeakMiB").GetInt64());
    }

    [Fact]
    public async Task A_database_that_holds_something_is_left_alone()
    {
        await using var kept = await TestDatabase.NewAsync(Provider.Postgres);

        var run = await ToolProcess.RunAsync("bench", "service", "--groupings", "1", "--time", "1", "--json", "--database", kept.Postgres!);

        run.ShouldEnd(4, "n’est pas vide");
        (await kept.Database.IsEmptyAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
    }
}
