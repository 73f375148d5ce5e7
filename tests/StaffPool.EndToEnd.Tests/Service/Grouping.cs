using System.Globalization;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>A grouping of a running service, and its administrator, who works with forms alone.</summary>
internal sealed class Grouping(Visitor administrator, string code)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public Visitor Administrator => administrator;

    public string Code => code;

    public string At(string page) => $"/g/{code}/{page}";

    /// <summary>Imports a scenario into the service and signs its administrator in.</summary>
    public static async Task<Grouping> ImportAsync(RunningService service, string scenario)
    {
        var link = await service.ImportAsync(scenario, $"{scenario}@exemple.fr");
        return new Grouping(await Visitor.SignInAsync(service.Address, link), scenario);
    }

    /// <summary>Prepares the next campaign, on the dates that the page proposes, and opens it: the one of the scenario is past.</summary>
    public async Task OpenCampaignAsync()
    {
        var before = await administrator.GetAsync(At("campagne"));
        (await administrator.PostAsync(before.Form("handler=Prepare"))).Status.ShouldBe(302);
        var page = await administrator.GetAsync(At("campagne"));
        (await administrator.PostAsync(page.Form("handler=Status"), ("status", "Open"))).Status.ShouldBe(302);
    }

    /// <summary>Asks for a plan.</summary>
    /// <returns>Address of its run.</returns>
    public async Task<string> RequestPlanAsync(int seconds)
    {
        var page = await administrator.GetAsync(At("plan"));
        var asked = await administrator.PostAsync(page.Form("/plan"), ("Seconds", seconds.ToString(CultureInfo.InvariantCulture)));
        asked.Status.ShouldBe(302, asked.Text);
        return asked.Location!;
    }

    /// <summary>Waits for a plan.</summary>
    /// <param name="run">Address of its run.</param>
    /// <returns>Address of the plan.</returns>
    public async Task<string> PlanOfAsync(string run)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var page = await administrator.GetAsync(run);
            if (page.Link(At("plan/")) is { } plan)
            {
                return plan;
            }

            patience.IsCancellationRequested.ShouldBeFalse(page.Text);
            page.Html.ShouldNotContain(">Échec<");
            await Task.Delay(200, CancellationToken.None);
        }
    }

    /// <summary>Addresses of the declarations, one for each member.</summary>
    public async Task<IReadOnlyList<string>> DeclarationsAsync()
    {
        var page = await administrator.GetAsync(At("campagne"));
        return [.. System.Text.RegularExpressions.Regex.Matches(page.Html, $"href=\"(/g/{code}/besoins\\?[^\"]*)\"")
            .Select(m => System.Net.WebUtility.HtmlDecode(m.Groups[1].Value))];
    }
}
