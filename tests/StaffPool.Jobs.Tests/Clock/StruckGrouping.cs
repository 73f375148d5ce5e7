using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using StaffPool.Application.Access;
using StaffPool.Application.Costs;
using StaffPool.Application.Governance;
using StaffPool.Application.Needs;
using StaffPool.Application.Planning;
using StaffPool.Application.Runs;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Runs;
using StaffPool.Documents.Scenarios.Rows;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Geography;
using StaffPool.Jobs.Clock;
using StaffPool.Testing.Databases;

namespace StaffPool.Jobs.Tests.Clock;

/// <summary>A busy grouping that the clock strikes on days of the test's choice: what is due is asked for and computed at once, by the real executions.</summary>
internal sealed class StruckGrouping : IAsyncDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly TimeOnly Hour = new(8, 30);

    private readonly TestDatabase test;
    private readonly KeptMail mail = new();

    private StruckGrouping(TestDatabase test, BusyGrouping busy) => (this.test, Busy) = (test, busy);

    public BusyGrouping Busy { get; }

    /// <summary>Who was written to, in order, and the subject.</summary>
    public IReadOnlyList<Letter> Letters => [.. mail.Taken];

    public static async Task<StruckGrouping> OpenAsync(Provider provider)
    {
        var made = await TestDatabase.NewAsync(provider);
        return new StruckGrouping(made, await BusyGrouping.AddAsync(made.Database));
    }

    /// <summary>The clock strikes, at half past eight in Paris.</summary>
    /// <returns>Keys of the runs that it added; all of them have ended well.</returns>
    public async Task<IReadOnlyList<string>> StrikeAsync(RunKind kind, DateOnly day)
    {
        var time = new MovedTime(new DateTimeOffset(ParisTime.At(day, Hour)));
        var work = new Work(test.Database, new Operator("horloge"), time);
        var executions = ExecutionsOf(work);
        var announced = new Announced();
        await new DueRuns(test.Database, work, executions, announced, new NothingToTell()).AskForAsync(kind, Stop);
        var executor = new RunExecutor(work, executions, new RunTiming(), time);
        var keys = new List<string>();
        foreach (var run in announced.Runs)
        {
            await executor.RunAsync(run, Stop);
            var row = await ReadAsync(db => db.Runs.SingleAsync(r => r.Id == run.RunId, Stop));
            (row.Status, row.Failure).ShouldBe((RunStatus.Done, null));
            keys.Add(row.PeriodKey!);
        }

        return keys;
    }

    /// <summary>What a run found, as one text.</summary>
    public async Task<string> FoundAsync(RunKind kind, string key)
    {
        var id = await ReadAsync(db => db.Runs.Where(r => r.Kind == kind && r.PeriodKey == key).Select(r => r.Id).SingleAsync(Stop));
        return await ReadAsync(db => db.RunResults.Where(r => r.RunId == id).Select(r => r.Document).SingleAsync(Stop));
    }

    public async Task<T> ReadAsync<T>(Func<StaffPoolContext, Task<T>> read)
    {
        await using var db = test.Database.NewContext();
        db.GroupingId = Busy.Id;
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, Stop);
        return await read(db);
    }

    public async Task ChangeAsync(Func<StaffPoolContext, Task> change)
    {
        await using var db = test.Database.NewContext();
        db.GroupingId = Busy.Id;
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: true, Stop);
        await change(db);
        await db.SaveChangesAsync(Stop);
        await transaction.CommitAsync(Stop);
    }

    public ValueTask DisposeAsync() => test.DisposeAsync();

    private IReadOnlyList<IRunExecution> ExecutionsOf(Work work)
    {
        var settings = new ClockSettings();
        var loader = new GroupingLoader(new ScenarioFormat(CommuneDirectory.France));
        var letters = new ServiceLetters(work, mail, new Address());
        return
        [
            new CampaignExecution(), new ReminderExecution(work, letters, settings), new RightsExecution(work, loader), new CostsExecution(work, loader),
            new ExpiryExecution(work, loader, letters, settings), new RosterNoticeExecution(work, letters, settings), new RetentionExecution(settings),
            new PlanCheckExecution(work, loader, letters),
        ];
    }

    /// <summary>What is due could not be found: a fault of the test.</summary>
    private sealed class NothingToTell : ILogger<DueRuns>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new InvalidOperationException(formatter(state, exception));
    }

    private sealed class KeptMail : IMail
    {
        public ConcurrentQueue<Letter> Taken { get; } = [];

        public Task<bool> SendAsync(Letter letter, CancellationToken stop)
        {
            Taken.Enqueue(letter);
            return Task.FromResult(true);
        }
    }

    private sealed class Address : IServiceAddress
    {
        public Uri Of(string path) => new("https://exemple.invalid" + path);
    }

    private sealed class Announced : IRunDispatcher
    {
        public List<RunAddress> Runs { get; } = [];

        public ValueTask AnnounceAsync(RunAddress run, CancellationToken stop)
        {
            Runs.Add(run);
            return ValueTask.CompletedTask;
        }
    }
}
