using Microsoft.Extensions.Logging.Abstractions;
using StaffPool.Application.Runs;
using StaffPool.Data;
using StaffPool.Jobs.Execution;

namespace StaffPool.Jobs.Tests.Execution;

/// <summary>Quartz keeps the contract: its clustered store on PostgreSQL, its store in memory on SQLite.</summary>
public sealed class QuartzJobsTests : JobEngineContract
{
    protected override IJobEngine NewEngine(ServiceDatabase database, RunExecutor executor) =>
        new QuartzJobs(database, executor, TimeProvider.System, NullLoggerFactory.Instance);
}
