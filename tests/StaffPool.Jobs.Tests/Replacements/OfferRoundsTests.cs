using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using StaffPool.Application.Access;
using StaffPool.Application.Replacements;
using StaffPool.Application.Runs;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Planning;
using StaffPool.Data.Replacements;
using StaffPool.Data.Workforce;
using StaffPool.Documents.Scenarios.Rows;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Replacements;
using StaffPool.Jobs.Replacements;
using StaffPool.Testing.Databases;

namespace StaffPool.Jobs.Tests.Replacements;

/// <summary>Offers move on while nobody looks: two nodes on one database, a wall clock that the test turns.</summary>
public sealed class OfferRoundsTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    // Ten in the morning of a Monday in Paris.
    private static readonly DateTime Morning = new(2027, 2, 22, 9, 0, 0, DateTimeKind.Utc);

    private static readonly RunTiming Timing = new() { OfferRound = TimeSpan.FromMilliseconds(50) };

    [Theory]
    [BothProviders]
    public async Task Waves_quiet_hours_and_expiry_come_by_themselves_and_two_nodes_write_to_each_person_once(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var (wall, mail) = (new Wall { Now = Morning.AddHours(13) }, new Letters());
        var broken = await SampleGrouping.AddAsync(test.Database);
        await OfferAsync(broken, count: 1, wall.Now);
        await ChangeAsync(broken, db => db.Agreements.ExecuteUpdateAsync(a => a.SetProperty(x => x.Sections, "["), Stop));
        var sample = await SampleGrouping.AddAsync(test.Database);
        await OfferAsync(sample, count: 3, wall.Now);

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var nodes = Enumerable.Range(0, 2).Select(_ => NodeOf(test.Database, wall, mail).RunAsync(ended.Token)).ToList();
        await wall.RoundsAsync(6);
        mail.To.ShouldBeEmpty("it is ten in the evening");

        wall.Now = Morning.AddDays(1);
        await UntilAsync(() => mail.To.Count == 1);
        await wall.RoundsAsync(6);
        mail.To.ShouldBe(["agent0@exemple.invalid"]);

        wall.Now = Morning.AddDays(1).AddMinutes(31);
        await UntilAsync(() => mail.To.Count == 2);
        await wall.RoundsAsync(6);
        mail.To.Order().ShouldBe(["agent0@exemple.invalid", "agent1@exemple.invalid"]);

        wall.Now = Morning.AddDays(3);
        await UntilAsync(async () => (await OfferOfAsync(sample)).Status == OfferStatus.Expired);
        mail.To.Count.ShouldBe(2);
        (await OfferOfAsync(broken)).Status.ShouldBe(OfferStatus.Open);

        await ended.CancelAsync();
        await Task.WhenAll(nodes).ShouldThrowAsync<OperationCanceledException>();
    }

    private static OfferRounds NodeOf(ServiceDatabase database, Wall wall, Letters mail)
    {
        var post = new OfferPost(mail, new NoSms(), new Address());
        var waves = new OfferWaves(new PoolLoader(new GroupingLoader(new ScenarioFormat(CommuneDirectory.France))), post);
        var advance = new AdvanceOffers(new Work(database, new Operator("essai"), wall), waves, post);
        return new OfferRounds(database, advance, Timing, wall, NullLogger<OfferRounds>.Instance);
    }

    private static Task OfferAsync(SampleGrouping sample, int count, DateTime now) => ChangeAsync(sample, db =>
    {
        var offer = new OfferRow
        {
            SiteId = sample.SiteB.Id, Professions = [sample.Profession.Code], StartedAt = now, ExpiresAt = Morning.AddDays(2), WaveSize = 1, WaveMinutes = 30,
            StartedBy = "Essai",
        };
        offer.Duties.Add(new OfferDutyRow { Day = new DateOnly(2027, 3, 1), Part = DayPart.Morning });
        for (var i = 0; i < count; i++)
        {
            var person = new ProfessionalRow
            {
                Code = $"agent-{i}", Name = $"Agent {i} (synthétique)", ProfessionId = sample.Profession.Id, EmployerId = sample.MemberA.Id, BaseId = sample.SiteA.Id,
                FullTimeEquivalent = 1,
            };
            db.Add(person);
            db.Add(new PoolProfileRow { ProfessionalId = person.Id, Email = $"agent{i}@exemple.invalid", AcceptsRestDays = true });
            offer.Solicitations.Add(new SolicitationRow { ProfessionalId = person.Id, Rank = i + 1 });
        }

        db.Add(offer);
        return db.SaveChangesAsync(Stop);
    });

    private static async Task<OfferRow> OfferOfAsync(SampleGrouping sample)
    {
        await using var db = sample.Database.NewContext();
        db.GroupingId = sample.Id;
        await using var transaction = await db.BeginAsync(new Sight(), writes: false, Stop);
        return await db.Offers.AsNoTracking().SingleAsync(Stop);
    }

    private static async Task ChangeAsync(SampleGrouping sample, Func<StaffPoolContext, Task> change)
    {
        await using var db = sample.Database.NewContext();
        db.GroupingId = sample.Id;
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: true, Stop);
        await change(db);
        await transaction.CommitAsync(Stop);
    }

    private static Task UntilAsync(Func<bool> isDone) => UntilAsync(() => Task.FromResult(isDone()));

    private static async Task UntilAsync(Func<Task<bool>> isDone)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await isDone())
        {
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Shows the time that it is set to; timers go at the pace of the machine, and it counts their waits.</summary>
    private sealed class Wall : TimeProvider
    {
        private long ticks;
        private int reads;

        public DateTime Now
        {
            get => new(Interlocked.Read(ref ticks), DateTimeKind.Utc);
            set => Interlocked.Exchange(ref ticks, value.Ticks);
        }

        public override DateTimeOffset GetUtcNow()
        {
            Interlocked.Increment(ref reads);
            return new(Now);
        }

        /// <summary>Waits until offers were looked at so many times more: each transaction asks for the time.</summary>
        public Task RoundsAsync(int count)
        {
            var from = Volatile.Read(ref reads);
            return UntilAsync(() => Volatile.Read(ref reads) >= from + count);
        }
    }

    private sealed class Letters : IMail
    {
        private readonly ConcurrentQueue<string> to = [];

        public IReadOnlyList<string> To => [.. to];

        public Task<bool> SendAsync(Letter letter, CancellationToken stop)
        {
            to.Enqueue(letter.To);
            return Task.FromResult(true);
        }
    }

    private sealed class NoSms : ISms
    {
        public bool IsConfigured => false;

        public Task<bool> SendAsync(ShortMessage message, CancellationToken stop) => Task.FromResult(false);
    }

    private sealed class Address : IServiceAddress
    {
        public Uri Of(string path) => new("https://exemple.invalid" + path);
    }
}
