using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using StaffPool.Application.Runs;
using StaffPool.Data;
using StaffPool.Data.Runs;
using StaffPool.Jobs.Execution;
using StaffPool.Testing.Databases;

namespace StaffPool.Jobs.Tests.Execution;

/// <summary>Quartz keeps the contract: its clustered store on PostgreSQL, its store in memory on SQLite.</summary>
public sealed class QuartzJobsTests : JobEngineContract
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trigger_that_the_store_gave_up_is_taken_up_again_with_the_next_announcement()
    {
        await using var workshop = await Workshop.OpenAsync(Provider.Postgres, NewEngine);
        var run = await workshop.AddAsync(RunKind.Plan);
        await workshop.AnnounceFromPagesAsync(run);
        // As a node leaves them that could not make the job of a firing: all triggers of that job.
        (await ChangeAsync(workshop, "UPDATE quartz_triggers SET trigger_state = 'ERROR'")).ShouldBe(1);

        await workshop.StartAsync();

        (await workshop.EndOfAsync(run)).Status.ShouldBe(RunStatus.Done);
    }

    protected override IJobEngine NewEngine(ServiceDatabase database, RunExecutor executor) =>
        new QuartzJobs(database, executor, TimeProvider.System, NullLoggerFactory.Instance);

    private static async Task<int> ChangeAsync(Workshop workshop, string sql)
    {
        await using var connection = new NpgsqlConnection(workshop.Postgres);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(Stop);
    }
}
