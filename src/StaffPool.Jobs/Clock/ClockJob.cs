using Quartz;
using Quartz.Extensibility;
using StaffPool.Data.Runs;

namespace StaffPool.Jobs.Clock;

/// <summary>A stroke of the clock, as Quartz fires it: its job is named after the kind of run.</summary>
internal sealed class ClockJob(DueRuns due) : IJob
{
    public static JobKey KeyOf(RunKind kind) => new(kind.ToString());

    public static IJobDetail DetailOf(RunKind kind) => JobBuilder.Create<ClockJob>().WithIdentity(KeyOf(kind)).StoreDurably().RequestRecovery().Build();

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await due.AskForAsync(Enum.Parse<RunKind>(context.JobDetail.Key.Name), cancellationToken);

    internal sealed class Factory(DueRuns due) : IJobFactory
    {
        public ValueTask<JobScope> CreateJob(TriggerFiredBundle bundle, IScheduler scheduler, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(new JobScope(new ClockJob(due), null));

        public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
