using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Access;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;
using StaffPool.Data.Runs;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Runs;

/// <summary>A letter that the server of mail did not take is sent later, and those that it took are not sent again.</summary>
public sealed class ServiceLettersTests : IAsyncLifetime
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private readonly UnwillingMail mail = new();
    private TestDatabase test = null!;
    private Work work = null!;
    private RunAddress run = null!;
    private LettersExecution execution = null!;
    private RunExecutor executor = null!;

    public async ValueTask InitializeAsync()
    {
        test = await TestDatabase.NewAsync(Provider.Sqlite);
        var grouping = await SampleGrouping.AddAsync(test.Database);
        work = grouping.AsOperator();
        execution = new LettersExecution(new ServiceLetters(work, mail, new NoAddress()));
        var row = new RunRow { Kind = RunKind.CampaignReminder, Request = "{}", RequestedBy = "essai", RequestedAt = DateTime.UnixEpoch };
        await work.WriteAsync(execution, grouping.Id, scope => Task.FromResult(scope.Db.Runs.Add(row)), Stop);
        run = new RunAddress(grouping.Id, row.Id, row.Kind);
        executor = new RunExecutor(work, [execution], new RunTiming { MailDelays = [TimeSpan.Zero, TimeSpan.Zero] }, TimeProvider.System);
    }

    [Fact]
    public async Task A_letter_lost_to_a_server_that_fails_once_is_sent_with_the_next_attempt_and_the_others_once()
    {
        mail.Refusals = 1;

        (await Should.ThrowAsync<LettersLeftException>(() => executor.RunAsync(run, Stop))).Count.ShouldBe(1);
        mail.Taken.ShouldBe(["b@exemple.invalid", "c@exemple.invalid"]);
        (await RowAsync()).Status.ShouldBe(RunStatus.Pending);
        await executor.RunAsync(run, Stop);

        mail.Taken.ShouldBe(["b@exemple.invalid", "c@exemple.invalid", "a@exemple.invalid"]);
        (await RowAsync()).Status.ShouldBe(RunStatus.Done);
    }

    [Fact]
    public async Task Where_the_server_stays_dead_the_run_fails_and_says_so()
    {
        mail.Refusals = int.MaxValue;

        for (var attempt = 0; attempt < 3; attempt++)
        {
            await Should.ThrowAsync<LettersLeftException>(() => executor.RunAsync(run, Stop));
        }

        mail.Taken.ShouldBeEmpty();
        var row = await RowAsync();
        row.Status.ShouldBe(RunStatus.Failed);
        row.Failure.ShouldNotBeNull().ShouldStartWith("3 courriel(s)");
    }

    public ValueTask DisposeAsync() => test.DisposeAsync();

    private Task<RunRow> RowAsync() =>
        work.ReadAsync(execution, run.GroupingId, scope => scope.Db.Runs.AsNoTracking().SingleAsync(r => r.Id == run.RunId, Stop), Stop);

    [Permits]
    private sealed class LettersExecution(ServiceLetters letters) : IRunExecution
    {
        public IReadOnlyCollection<RunKind> Kinds => [RunKind.CampaignReminder];

        public async Task<Func<WorkScope, RunRow, Task>> ComputeAsync(HeldRun run)
        {
            await letters.SendAsync(this, run, ((string[])["a", "b", "c"]).Select(n => new Letter($"{n}@exemple.invalid", n, "Essai", "Essai")));
            return (_, _) => Task.CompletedTask;
        }
    }

    private sealed class UnwillingMail : IMail
    {
        public int Refusals { get; set; }

        public List<string> Taken { get; } = [];

        public Task<bool> SendAsync(Letter letter, CancellationToken stop)
        {
            if (Refusals-- > 0)
            {
                throw RefusedException.Of(Refusal.Invalid, AccessTexts.MailNotTaken);
            }

            Taken.Add(letter.To);
            return Task.FromResult(true);
        }
    }

    private sealed class NoAddress : IServiceAddress
    {
        public Uri Of(string path) => new("https://exemple.invalid" + path);
    }
}
