namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>A long search and members who declare, on SQLite, which lets one write at a time.</summary>
public sealed class LoadTests
{
    [Fact]
    public async Task Members_declare_without_an_error_while_a_plan_is_searched_for()
    {
        await using var service = new RunningService();
        await service.StartAsync();
        var picardie = await Grouping.ImportAsync(service, "centre-de-picardie");
        await picardie.OpenCampaignAsync();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var declaring = new Declaring(picardie);

        var run = await picardie.RequestPlanAsync(20);
        await declaring.StartAsync(enough.Token);
        await picardie.PlanOfAsync(run);
        await enough.CancelAsync();
        await declaring.EndAsync();

        declaring.Errors.ShouldBeEmpty();
        declaring.Count.ShouldBeGreaterThan(20);
        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant($"{declaring.Count} declarations, p99 {declaring.Slowest.TotalMilliseconds:0} ms"));
    }
}
