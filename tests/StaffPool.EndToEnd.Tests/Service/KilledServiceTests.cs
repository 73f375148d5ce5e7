using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Needs;
using StaffPool.Data;
using StaffPool.Testing.Databases;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>The process is killed with -9 and started again: nothing that was acknowledged is lost, and work goes on.</summary>
public sealed class KilledServiceTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task Every_declaration_acknowledged_before_a_kill_is_there_after_it(Provider provider)
    {
        await using var service = await StartAsync(provider);
        var grouping = await Grouping.ImportAsync(service, "gtsms-example");
        await grouping.OpenCampaignAsync();
        var declaring = new Declaring(grouping);
        await declaring.StartAsync(Stop);
        await declaring.UntilAsync(40);

        await service.KillAsync();
        await declaring.EndAsync();
        await service.StartAsync();

        declaring.Errors.ShouldBeEmpty();
        declaring.Acknowledged.Count.ShouldBeGreaterThan(1);
        foreach (var (declaration, amount) in declaring.Acknowledged)
        {
            // One more may have been kept without its answer having got through.
            Declaring.AmountIn(await grouping.Administrator.GetAsync(declaration)).ShouldBeInRange(amount, amount + 1);
        }

        (await AuditedAsync(service)).ShouldBeInRange(declaring.Count, declaring.Count + declaring.Acknowledged.Count);
        (await service.CommandAsync("audit", "verify")).ShouldEnd(0);
        (await service.CommandAsync("verify")).ShouldEnd(0, "La base est saine.");
    }

    [Fact]
    public async Task A_page_left_open_over_a_restart_still_posts_and_nobody_signs_in_again()
    {
        await using var service = await StartAsync(Provider.Sqlite);
        var grouping = await Grouping.ImportAsync(service, "gtsms-example");
        await grouping.OpenCampaignAsync();
        var declaration = (await grouping.DeclarationsAsync())[0];
        var open = (await grouping.Administrator.GetAsync(declaration)).Form("besoins");

        await service.KillAsync();
        await service.StartAsync();
        var answer = await grouping.Administrator.PostAsync(open, ("Lines[0].Amount", "7"), ("Confirms", "true"));

        answer.Status.ShouldBe(302, answer.Text);
        Declaring.AmountIn(await grouping.Administrator.GetAsync(declaration)).ShouldBe(7);
    }

    [Fact]
    public async Task A_run_under_way_at_a_kill_is_taken_up_again_and_gives_one_plan()
    {
        await using var service = await StartAsync(Provider.Sqlite);
        var grouping = await Grouping.ImportAsync(service, "centre-de-picardie");
        var run = await grouping.RequestPlanAsync(15);
        while (!(await grouping.Administrator.GetAsync(run)).Html.Contains(">En cours<", StringComparison.Ordinal))
        {
            await Task.Delay(50, Stop);
        }

        await service.KillAsync();
        await service.StartAsync();
        (await grouping.Administrator.GetAsync(run)).Link(grouping.At("plan/")).ShouldBeNull("it had ended before the kill");

        await grouping.PlanOfAsync(run);

        var plans = await grouping.Administrator.GetAsync(grouping.At("plan"));
        plans.Html.Split($"<th scope=\"row\"><a href=\"{grouping.At("plan/")}").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_backup_taken_under_load_holds_everything_acknowledged_before_it()
    {
        await using var service = await StartAsync(Provider.Sqlite);
        await using var other = new RunningService();
        var grouping = await Grouping.ImportAsync(service, "gtsms-example");
        await grouping.OpenCampaignAsync();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var declaring = new Declaring(grouping);
        await declaring.StartAsync(enough.Token);
        await declaring.UntilAsync(20);
        var before = declaring.Acknowledged;
        var file = Path.Combine(service.Folder, "sauvegarde");

        (await service.CommandAsync("backup", file)).ShouldEnd(0);
        await enough.CancelAsync();
        await declaring.EndAsync();
        (await other.CommandAsync("restore", file)).ShouldEnd(0);
        (await other.CommandAsync("verify")).ShouldEnd(0, "La base est saine.");
        await other.StartAsync();

        declaring.Errors.ShouldBeEmpty();
        using var administrator = grouping.Administrator.At(other.Address);
        foreach (var (declaration, amount) in before)
        {
            Declaring.AmountIn(await administrator.GetAsync(declaration)).ShouldBeInRange(amount, declaring.Acknowledged[declaration]);
        }
    }

    [Fact]
    public async Task It_answers_503_until_its_database_is_there_and_200_then()
    {
        await using var lost = new RunningService("Host=127.0.0.1;Port=9;Username=staffpool;Database=staffpool;Timeout=2");
        using var visitor = new Visitor(lost.Address);
        lost.Launch();
        (await FirstAnswerAsync(visitor)).Status.ShouldBe(503);
        (await visitor.GetAsync("/connexion")).Status.ShouldBe(503);

        await using var service = await StartAsync(Provider.Sqlite);
        using var other = new Visitor(service.Address);
        (await other.GetAsync("/health/ready")).Status.ShouldBe(200);
    }

    private static async Task<RunningService> StartAsync(Provider provider)
    {
        var service = new RunningService(provider == Provider.Sqlite ? null : PostgresServer.Shared.NewDatabase());
        await service.StartAsync();
        return service;
    }

    private static async Task<Shown> FirstAnswerAsync(Visitor visitor)
    {
        while (true)
        {
            try
            {
                return await visitor.GetAsync("/health/ready");
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, Stop);
            }
        }
    }

    private static async Task<int> AuditedAsync(RunningService service)
    {
        await using var database = service.OpenDatabase();
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, Stop);
        return await db.AuditEntries.IgnoreQueryFilters().CountAsync(e => e.UseCase == nameof(DeclareNeeds), Stop);
    }
}
