using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Runs;
using StaffPool.Jobs.Execution;
using StaffPool.Testing.Databases;

namespace StaffPool.Jobs.Tests.Execution;

/// <summary>A database, a worker on it that waits little, and an execution that does as the test says.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TestDatabase database;
    private readonly Func<ServiceDatabase, RunExecutor, IJobEngine> newEngine;
    private readonly RunExecutor executor;
    private CancellationTokenSource? stop;
    private Task rounds = Task.CompletedTask;
    private IJobEngine? queue;

    private Workshop(TestDatabase database, SampleGrouping grouping, Func<ServiceDatabase, RunExecutor, IJobEngine> newEngine)
    {
        (this.database, this.newEngine, GroupingId, Work) = (database, newEngine, grouping.Id, grouping.AsOperator());
        Execution = new FakeExecution(this);
        executor = new RunExecutor(Work, [Execution], Timing, TimeProvider.System);
    }

    public static RunTiming Timing { get; } = new()
    {
        Beat = TimeSpan.FromMilliseconds(100),
        Patience = TimeSpan.FromSeconds(2),
        Round = TimeSpan.FromMilliseconds(200),
        RetryDelays = [TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(600)],
    };

    public Guid GroupingId { get; }

    /// <summary>Connection string, or null on SQLite.</summary>
    public string? Postgres => database.Postgres;

    public Work Work { get; }

    public FakeExecution Execution { get; }

    public IJobEngine Queue => queue ?? throw new InvalidOperationException("The worker is not started.");

    /// <summary>What the execution does.</summary>
    public Func<HeldRun, Task<Func<WorkScope, RunRow, Task>>> Compute { get; set; } = held => Task.FromResult(Kept(held));

    public static async Task<Workshop> OpenAsync(Provider provider, Func<ServiceDatabase, RunExecutor, IJobEngine> newEngine)
    {
        var made = await TestDatabase.NewAsync(provider);
        return new Workshop(made, await SampleGrouping.AddAsync(made.Database), newEngine);
    }

    public async Task StartAsync()
    {
        stop = new CancellationTokenSource();
        queue = newEngine(database.Database, executor);
        await queue.StartAsync(executes: true, stop.Token);
        rounds = new RunRounds(database.Database, queue, Timing, TimeProvider.System, NullLogger<RunRounds>.Instance).RunAsync(stop.Token);
    }

    /// <summary>Another worker on the same database, which looks at the rows as often as is said; stopped where it is disposed of.</summary>
    public async Task<IAsyncDisposable> OtherNodeAsync(RunTiming timing)
    {
        var other = new Node(newEngine(database.Database, executor));
        await other.Engine.StartAsync(executes: true, CancellationToken.None);
        other.Look(new RunRounds(database.Database, other.Engine, timing, TimeProvider.System, NullLogger<RunRounds>.Instance));
        return other;
    }

    /// <summary>Told to a queue by a process that executes nothing.</summary>
    public async Task AnnounceFromPagesAsync(RunAddress run)
    {
        await using var pages = newEngine(database.Database, executor);
        await pages.StartAsync(executes: false, CancellationToken.None);
        await pages.AnnounceAsync(run, CancellationToken.None);
    }

    public async Task StopAsync()
    {
        if (stop is not null)
        {
            await stop.CancelAsync();
            await rounds.ContinueWith(_ => { }, TaskScheduler.Default);
            await queue!.DisposeAsync();
            stop.Dispose();
            stop = null;
        }
    }

    public async Task<RunAddress> AddAsync(RunKind kind)
    {
        var row = new RunRow { Kind = kind, Request = "{}", RequestedBy = "essai", RequestedAt = TimeProvider.System.GetUtcNow().UtcDateTime };
        await Work.WriteAsync(Execution, GroupingId, scope => Task.FromResult(scope.Db.Runs.Add(row)), CancellationToken.None);
        return new RunAddress(GroupingId, row.Id, kind);
    }

    public Task<RunRow> RowOfAsync(RunAddress run) =>
        Work.ReadAsync(Execution, GroupingId, scope => scope.Db.Runs.SingleAsync(r => r.Id == run.RunId), CancellationToken.None);

    public Task<int> ResultsOfAsync(RunAddress run) =>
        Work.ReadAsync(Execution, GroupingId, scope => scope.Db.RunResults.CountAsync(r => r.RunId == run.RunId), CancellationToken.None);

    /// <summary>Waits until it has ended.</summary>
    public async Task<RunRow> EndOfAsync(RunAddress run)
    {
        RunRow? row = null;
        await WaitAsync(async () => (row = await RowOfAsync(run)).Status is RunStatus.Done or RunStatus.Failed or RunStatus.Cancelled, () => row?.Status.ToString());
        return row!;
    }

    /// <summary>Waits until its computation has begun.</summary>
    public Task ComputedAsync(RunAddress run) => WaitAsync(() => Task.FromResult(TimesComputed(run) > 0), () => "not begun");

    public int TimesComputed(RunAddress run) => StartsOf(run).Count;

    public IReadOnlyList<DateTime> StartsOf(RunAddress run) => [.. Execution.Starts.GetValueOrDefault(run.RunId) ?? []];

    /// <summary>A result that a test can count.</summary>
    public static Func<WorkScope, RunRow, Task> Kept(HeldRun held) => (scope, row) =>
    {
        scope.Db.RunResults.Add(new RunResultRow { RunId = held.Address.RunId, Document = "[]" });
        return Task.CompletedTask;
    };

    public static async Task UntilAsync(CancellationToken asked, CancellationToken stop)
    {
        while (!asked.IsCancellationRequested)
        {
            await Task.Delay(20, stop);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await database.DisposeAsync();
    }

    private static async Task WaitAsync(Func<Task<bool>> isDone, Func<string?> state)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await isDone())
        {
            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(Patience, state());
            await Task.Delay(20);
        }
    }

    /// <summary>Notes when it was called.</summary>
    [Permits]
    internal sealed class FakeExecution(Workshop workshop) : IRunExecution
    {
        public ConcurrentDictionary<Guid, ConcurrentQueue<DateTime>> Starts { get; } = [];

        public IReadOnlyCollection<RunKind> Kinds => [RunKind.Plan, RunKind.MonthlyCosts];

        public Task<Func<WorkScope, RunRow, Task>> ComputeAsync(HeldRun run)
        {
            Starts.GetOrAdd(run.Address.RunId, _ => []).Enqueue(TimeProvider.System.GetUtcNow().UtcDateTime);
            return workshop.Compute(run);
        }
    }

    private sealed class Node(IJobEngine engine) : IAsyncDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private Task looking = Task.CompletedTask;

        public IJobEngine Engine => engine;

        public void Look(RunRounds rounds) => looking = rounds.RunAsync(stop.Token);

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await looking.ContinueWith(_ => { }, TaskScheduler.Default);
            await engine.DisposeAsync();
            stop.Dispose();
        }
    }
}
