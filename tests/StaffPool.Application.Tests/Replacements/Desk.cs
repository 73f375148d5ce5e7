using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using StaffPool.Application.Access;
using StaffPool.Application.Replacements;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Data.Replacements;
using StaffPool.Data.Workforce;
using StaffPool.Documents.Scenarios.Rows;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Replacements;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Replacements;

/// <summary>A grouping in which somebody is away on Monday 1 March 2027 from site B, and others of the profession may come; its clock is the test's.</summary>
internal sealed partial class Desk : IAsyncDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly DateOnly Monday = new(2027, 3, 1);

    private readonly TestDatabase test;
    private readonly ServiceProvider services;

    private Desk(TestDatabase test, SampleGrouping sample)
    {
        (this.test, Sample) = (test, sample);
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IScenarioFormat>(new ScenarioFormat(CommuneDirectory.France))
            .AddSingleton<GroupingLoader>().AddSingleton<PoolLoader>().AddSingleton<OfferWaves>().AddSingleton<OfferPost>().AddSingleton<SwapPost>()
            .AddSingleton<ISms, NoSms>().AddSingleton<IMail>(Mail).AddSingleton<IServiceAddress, Address>()
            .BuildServiceProvider();
    }

    public SampleGrouping Sample { get; }

    public Guid Id => Sample.Id;

    public TestClock Clock { get; } = new();

    public Letters Mail { get; } = new();

    public PoolLoader Pools => services.GetRequiredService<PoolLoader>();

    public IReadOnlyList<ProfessionalRow> Substitutes { get; private set; } = [];

    public Guid AbsenceId { get; private set; }

    public static async Task<Desk> NewAsync(Provider provider, int substitutes)
    {
        var made = await TestDatabase.NewAsync(provider);
        var desk = new Desk(made, await SampleGrouping.AddAsync(made.Database));
        var sample = desk.Sample;
        desk.Substitutes = [.. Enumerable.Range(0, substitutes).Select(i => new ProfessionalRow
        {
            Code = $"agent-{i}", Name = $"Agent {i} (synthétique)", ProfessionId = sample.Profession.Id, EmployerId = sample.MemberA.Id, BaseId = sample.SiteA.Id,
            FullTimeEquivalent = 1,
        })];
        await desk.ChangeAsync(db =>
        {
            db.AddRange(desk.Substitutes);
            db.AddRange(desk.Substitutes.Select((s, i) => new PoolProfileRow { ProfessionalId = s.Id, Email = $"agent{i}@exemple.invalid", AcceptsRestDays = true }));
            db.Add(new ProfessionalRow
            {
                Code = "libre", Name = "Personne libre", ProfessionId = sample.Profession.Id, EmployerId = sample.MemberA.Id, BaseId = sample.SiteB.Id, FullTimeEquivalent = 1,
            });
            return db.SaveChangesAsync(Stop);
        });
        desk.AbsenceId = (await desk.Make<RecordAbsence>(Role.Coordinator).RunAsync(
            desk.Id, new Absence(sample.Professional.Id, new AbsenceSpan(Monday, DayPart.Morning, Monday.AddDays(4), DayPart.Afternoon, false), null), Stop)).Id;
        return desk;
    }

    /// <summary>Work as the operator, at the time of the test.</summary>
    public Work Work() => new(test.Database, new Operator("essai"), Clock);

    public T Make<T>(Role role) => ActivatorUtilities.CreateInstance<T>(
        services, new Work(test.Database, new TestUser(Sample.Users[role].Id, Sample.Users[role].DisplayName), Clock));

    /// <summary>A use case as one of the substitutes, who signs in.</summary>
    public async Task<T> MakeAsAsync<T>(ProfessionalRow substitute)
    {
        var user = new User { DisplayName = substitute.Name, UserName = $"{Guid.CreateVersion7():N}@exemple.invalid" };
        user.NormalizedUserName = user.UserName.ToUpperInvariant();
        await ChangeAsync(db =>
        {
            db.Users.Add(user);
            db.Grants.Add(new GrantRow { UserId = user.Id, Role = Role.Professional, ProfessionalId = substitute.Id });
            return db.SaveChangesAsync(Stop);
        });
        return ActivatorUtilities.CreateInstance<T>(services, new Work(test.Database, new TestUser(user.Id, user.DisplayName), Clock));
    }

    public CandidatesAsked Need() => new(Sample.SiteB.Id, AbsenceId, [], [new(Monday, DayPart.Morning), new(Monday, DayPart.Afternoon)], IsSeconded: false);

    public NewOffer Offer(int waveSize = 3, TimeSpan? expires = null) => new(Need(), Clock.Now + (expires ?? TimeSpan.FromHours(2)), waveSize, 30);

    public Task<OfferStarted> StartAsync(int waveSize = 3, TimeSpan? expires = null) => Make<StartOffer>(Role.Coordinator).RunAsync(Id, Offer(waveSize, expires), Stop);

    public Task<MissionAccepted> AcceptAsync(string token) => new AcceptOffer(Work(), Pools).RunAsync(Id, new OfferAnswer(token, null), Stop);

    public Task AdvanceAsync() => ActivatorUtilities.CreateInstance<AdvanceOffers>(services, Work()).RunAsync(Id, Nothing.More, Stop);

    public Task<IReadOnlyList<OfferView>> OffersAsync() => Make<ListOffers>(Role.Coordinator).RunAsync(Id, Nothing.More, Stop);

    public async Task CancelAllAsync()
    {
        foreach (var offer in (await OffersAsync()).Where(o => o.Status == OfferStatus.Open))
        {
            await Make<CancelOffer>(Role.Coordinator).RunAsync(Id, new OfferAsked(offer.Id), Stop);
        }
    }

    /// <summary>Books who is away on site B, on the Monday.</summary>
    public async Task BookAwayAsync(params DayPart[] parts)
    {
        foreach (var part in parts)
        {
            await BookAsync(Sample.Professional.Id, Monday, part);
        }
    }

    /// <summary>Books somebody on site B, or on another.</summary>
    public Task BookAsync(Guid professionalId, DateOnly day, DayPart part, Guid? siteId = null) =>
        ChangeAsync(db =>
        {
            db.Add(new BookingRow { ProfessionalId = professionalId, Day = day, Part = part, SiteId = siteId ?? Sample.SiteB.Id, BookedBy = "Essai" });
            return db.SaveChangesAsync(Stop);
        });

    /// <summary>Offers of one half-day each, sent to the first two substitutes: tokens of both.</summary>
    public async Task<IReadOnlyList<(string First, string Second)>> AddOffersAsync(int count)
    {
        var tokens = Enumerable.Range(0, count).Select(_ => (First: OneTimeToken.New(), Second: OneTimeToken.New())).ToList();
        await ChangeAsync(db =>
        {
            foreach (var (i, (first, second)) in tokens.Index())
            {
                var offer = new OfferRow
                {
                    SiteId = Sample.SiteB.Id, Professions = [Sample.Profession.Code], StartedAt = Clock.Now, ExpiresAt = Clock.Now.AddYears(1), WaveSize = 2,
                    WaveMinutes = 30, StartedBy = "Essai",
                };
                // Mondays, Wednesdays and Fridays from 2028 on: no limit of working time stands in the way.
                offer.Duties.Add(new OfferDutyRow { Day = new DateOnly(2028, 1, 3).AddDays((i / 3 * 7) + (i % 3 * 2)), Part = DayPart.Morning });
                offer.Solicitations.AddRange(
                    new[] { first, second }.Select((t, n) => new SolicitationRow
                    {
                        ProfessionalId = Substitutes[n].Id, Rank = n + 1, Status = SolicitationStatus.Sent, SentAt = Clock.Now, TokenHash = t.Hash,
                    }));
                db.Add(offer);
            }

            return db.SaveChangesAsync(Stop);
        });
        return [.. tokens.Select(t => (t.First.Token, t.Second.Token))];
    }

    /// <summary>Offers of this month that are over, sent to somebody.</summary>
    public Task SendManyAsync(Guid professionalId, int count) => ChangeAsync(db =>
    {
        for (var i = 0; i < count; i++)
        {
            var offer = new OfferRow
            {
                SiteId = Sample.SiteB.Id, Professions = [Sample.Profession.Code], Status = OfferStatus.Expired, StartedAt = Clock.Now, ExpiresAt = Clock.Now, StartedBy = "Essai",
            };
            offer.Duties.Add(new OfferDutyRow { Day = Monday, Part = DayPart.Morning });
            offer.Solicitations.Add(new SolicitationRow { ProfessionalId = professionalId, Rank = 1, Status = SolicitationStatus.Closed, SentAt = Clock.Now });
            db.Add(offer);
        }

        return db.SaveChangesAsync(Stop);
    });

    /// <summary>Behind the use cases.</summary>
    public async Task ChangeAsync(Func<StaffPoolContext, Task> change)
    {
        await using var db = test.Database.NewContext();
        db.GroupingId = Id;
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: true, Stop);
        await change(db);
        await transaction.CommitAsync(Stop);
    }

    public async Task<T> InspectAsync<T>(Func<StaffPoolContext, Task<T>> read)
    {
        await using var db = test.Database.NewContext();
        db.GroupingId = Id;
        await using var transaction = await db.BeginAsync(new Sight(), writes: false, Stop);
        return await read(db);
    }

    public Task InspectAsync(Func<StaffPoolContext, Task> read) => InspectAsync(async db =>
    {
        await read(db);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await test.DisposeAsync();
    }

    internal sealed class TestClock : TimeProvider
    {
        /// <summary>UTC: ten in the morning of a Monday in Paris at first.</summary>
        public DateTime Now { get; set; } = new(2027, 2, 22, 9, 0, 0, DateTimeKind.Utc);

        public override DateTimeOffset GetUtcNow() => new(Now);
    }

    internal sealed partial class Letters : IMail
    {
        public List<Letter> All { get; } = [];

        /// <summary>Of the links in them, in their order.</summary>
        public IReadOnlyList<string> Tokens => [.. All.Select(l => Link().Match(l.Body).Groups["token"].Value)];

        public Task<bool> SendAsync(Letter letter, CancellationToken stop)
        {
            All.Add(letter);
            return Task.FromResult(true);
        }

        [GeneratedRegex("/proposition/[^/]+/(?<token>[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture)]
        private static partial Regex Link();
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

    private sealed record TestUser(Guid? Id, string Name) : ICurrentUser
    {
        public bool IsOperator => false;
    }
}
