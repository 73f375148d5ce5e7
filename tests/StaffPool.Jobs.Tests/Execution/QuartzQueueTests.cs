using Microsoft.Extensions.Logging.Abstractions;
using StaffPool.Application.Runs;
using StaffPool.Data;
using StaffPool.Jobs.Execution;

namespace StaffPool.Jobs.Tests.Execution;

/// <summary>Quartz keeps the contract: its clustered store on PostgreSQL, its store in memory on SQLite.</summary>
public sealed class QuartzQueueTests : RunQueueContract
{
    protected override IRunQueue NewQueue(ServiceDatabase database, RunExecutor executor) =>
        new QuartzQueue(database, executor, TimeProvider.System, NullLoggerFactory.Instance);
}
