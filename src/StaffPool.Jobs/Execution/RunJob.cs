using System.Globalization;
using Microsoft.Extensions.Logging;
using Quartz;
using Quartz.Extensibility;
using StaffPool.Application.Runs;
using StaffPool.Data.Runs;

namespace StaffPool.Jobs.Execution;

/// <summary>One run, as Quartz fires it: the trigger carries its address.</summary>
internal sealed partial class RunJob(RunExecutor executor, ILogger log) : IJob
{
    private const string Grouping = "grouping";
    private const string Kind = "kind";

    /// <summary>The one job of a line; each run is a trigger of it, so that announcing twice is one firing.</summary>
    public static IJobDetail Detail { get; } = JobBuilder.Create<RunJob>().WithIdentity("run").StoreDurably().RequestRecovery().Build();

    public static ITrigger TriggerOf(RunAddress run, TimeProvider clock) => TriggerBuilder.Create(clock)
        .WithIdentity(run.RunId.ToString())
        .ForJob(Detail.Key)
        .UsingJobData(Grouping, run.GroupingId.ToString())
        .UsingJobData("run", run.RunId.ToString())
        .UsingJobData(Kind, run.Kind.ToString())
        .Build();

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var data = context.MergedJobDataMap;
        var run = new RunAddress(IdOf(data[Grouping]), IdOf(data["run"]), Enum.Parse<RunKind>((string)data[Kind]!));
        try
        {
            await executor.RunAsync(run, cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // The row tells the user, and when it is tried again.
            Failed(fault, run.RunId);
        }
    }

    private static Guid IdOf(object? written) => Guid.Parse((string)written!, CultureInfo.InvariantCulture);

    [LoggerMessage(1, LogLevel.Error, "The run {RunId} failed.")]
    private partial void Failed(Exception fault, Guid runId);

    /// <summary>Gives every firing a job with what it needs: Quartz knows neither.</summary>
    internal sealed class Factory(RunExecutor executor, ILogger log) : IJobFactory
    {
        public ValueTask<JobScope> CreateJob(TriggerFiredBundle bundle, IScheduler scheduler, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(new JobScope(new RunJob(executor, log), null));

        public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
