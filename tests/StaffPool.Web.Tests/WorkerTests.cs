using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using StaffPool.Application.Needs;
using StaffPool.Application.Webhooks;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Data.Needs;
using StaffPool.Data.Planning;
using StaffPool.Data.Replacements;
using StaffPool.Data.Runs;
using StaffPool.Data.Webhooks;
using StaffPool.Testing.Databases;
using StaffPool.Web.Hosting;
using StaffPool.Web.Tests.Api;

namespace StaffPool.Web.Tests;

/// <summary>A worker apart from the pages does all that nobody waits for: no page need be served for it.</summary>
public sealed class WorkerTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    // Ten in the morning of a Monday in Paris: nobody's rest is disturbed.
    private static readonly DateTimeOffset Morning = new(2027, 2, 22, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Webhooks_are_delivered_and_offers_moved_on_by_a_worker_alone()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Postgres);
        await using var receiver = await Receiver.StartAsync();
        await using var mail = new MailSink();
        var sample = await SampleGrouping.AddAsync(test.Database);
        var rules = new WebhookRules(MayStayInside: true);
        await new AddWebhook(sample.As(Role.Administrator), rules).RunAsync(sample.Id, new(receiver.Url, [WebhookEvent.CampaignClosed]), Stop);
        await new ChangeCampaignStatus(sample.As(Role.Administrator)).RunAsync(sample.Id, new(sample.Campaign.Id, 1, CampaignStatus.Closed), Stop);
        await AddAsync(test.Database, sample.Id, OfferTo(sample, "agent@exemple.invalid"));

        using var worker = await StartAsync(test, o => o with { Webhooks = rules, Mail = mail.Settings });
        var (told, letter) = (await receiver.NextAsync(), await mail.NextAsync());
        await worker.StopAsync(Stop);

        told.Body.ShouldContain("campaignClosed");
        letter.ShouldContain("agent@exemple.invalid");
        letter.ShouldContain("https://exemple.invalid/proposition/");
        receiver.Count.ShouldBe(1);
        mail.HasMore.ShouldBeFalse();
    }

    [Fact]
    public async Task Its_runs_are_traced_and_measured_to_a_collector_without_what_they_are_about()
    {
        await using var collector = await Collector.StartAsync();
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var run = new RunRow { Kind = RunKind.RetentionPurge, Request = "{}", RequestedBy = "essai", RequestedAt = Morning.UtcDateTime };
        await AddAsync(test.Database, sample.Id, [run]);

        using (var worker = await StartAsync(test, o => o with { Telemetry = collector.Address }))
        {
            await EndOfAsync(test.Database, run.Id);
            await worker.StopAsync(Stop);
        }

        var (traces, figures) = (collector.Received("/v1/traces"), collector.Received("/v1/metrics"));
        traces.ShouldContain("staffpool-worker");
        traces.ShouldContain(nameof(RunKind.RetentionPurge));
        figures.ShouldContain("staffpool-worker");
        figures.ShouldContain("staffpool.run.duration");
        figures.ShouldContain("staffpool.run.active");
        figures.ShouldContain("staffpool.use_case.duration");
        foreach (var secret in (string[])[sample.Grouping.Code, sample.Grouping.Name, sample.Users[Role.Administrator].Email!])
        {
            (traces + figures).ShouldNotContain(secret);
        }
    }

    private static async Task<IHost> StartAsync(TestDatabase test, Func<WebServiceOptions, WebServiceOptions> configure)
    {
        var clock = new ShiftedClock();
        clock.Shift = Morning - clock.GetUtcNow();
        var worker = WorkerService.Build(configure(new WebServiceOptions
        {
            Url = "", Database = test.Database, DataFolder = test.Folder, PublicAddress = new Uri("https://exemple.invalid"), Clock = clock,
        }));
        await worker.StartAsync(Stop);
        return worker;
    }

    private static object[] OfferTo(SampleGrouping sample, string email)
    {
        var offer = new OfferRow
        {
            SiteId = sample.SiteB.Id, Professions = [sample.Profession.Code], StartedAt = Morning.UtcDateTime, ExpiresAt = Morning.UtcDateTime.AddDays(2),
            WaveSize = 1, WaveMinutes = 30, StartedBy = "Essai",
        };
        offer.Duties.Add(new OfferDutyRow { Day = new DateOnly(2027, 3, 1), Part = DayPart.Morning });
        offer.Solicitations.Add(new SolicitationRow { ProfessionalId = sample.Professional.Id, Rank = 1 });
        return [offer, new PoolProfileRow { ProfessionalId = sample.Professional.Id, Email = email, AcceptsRestDays = true }];
    }

    private static async Task AddAsync(ServiceDatabase database, Guid grouping, object[] rows)
    {
        await using var db = database.NewContext();
        db.GroupingId = grouping;
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: true, Stop);
        db.AddRange(rows);
        await db.SaveChangesAsync(Stop);
        await transaction.CommitAsync(Stop);
    }

    private static async Task EndOfAsync(ServiceDatabase database, Guid run)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            await using var db = database.NewContext();
            await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, Stop);
            if (await db.Runs.IgnoreQueryFilters().AnyAsync(r => r.Id == run && r.Status == RunStatus.Done, Stop))
            {
                return;
            }

            await Task.Delay(50, patience.Token);
        }
    }
}
