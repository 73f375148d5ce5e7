using Microsoft.Extensions.Logging.Abstractions;
using StaffPool.Application.Runs;
using StaffPool.Data;
using StaffPool.Jobs.Execution;
using StaffPool.Jobs.Tests.Execution;

namespace StaffPool.Jobs.Hangfire.Tests.Execution;

/// <summary>Hangfire keeps the contract: its store on PostgreSQL, its store in memory on SQLite.</summary>
public sealed class HangfireJobsTests : JobEngineContract
{
    protected override IJobEngine NewEngine(ServiceDatabase database, RunExecutor executor) =>
        new HangfireJobs(database, executor, NullLoggerFactory.Instance);
}
