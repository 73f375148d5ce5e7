using Hangfire;
using Microsoft.Extensions.Logging;
using StaffPool.Application.Runs;
using StaffPool.Data.Runs;

namespace StaffPool.Jobs.Hangfire;

/// <summary>One run, as Hangfire brings it: the job carries its address alone.</summary>
public sealed partial class HangfireRun
{
    private readonly RunExecutor executor;
    private readonly ILogger log;

    internal HangfireRun(RunExecutor executor, ILogger log) => (this.executor, this.log) = (executor, log);

    // When it is tried again the row says, and the workers' rounds do.
    [AutomaticRetry(Attempts = 0)]
    public async Task ExecuteAsync(Guid groupingId, Guid runId, RunKind kind, CancellationToken stop)
    {
        try
        {
            await executor.RunAsync(new RunAddress(groupingId, runId, kind), stop);
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            // The row tells the user.
            Failed(fault, runId);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The run {RunId} failed.")]
    private partial void Failed(Exception fault, Guid runId);

    /// <summary>Gives every job what it needs: Hangfire knows neither.</summary>
    internal sealed class Activator(RunExecutor executor, ILogger log) : JobActivator
    {
        public override object ActivateJob(Type jobType) => new HangfireRun(executor, log);
    }
}
