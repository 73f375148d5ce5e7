using System.Globalization;
using StaffPool.Data.Access;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>A grouping of a running service, and its administrator, who works with forms alone.</summary>
internal sealed class Grouping(Visitor administrator, string code)
{
    private const string Password = "Sept-roses jaunes 81";

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

    /// <summary>Invites a user, who accepts.</summary>
    /// <param name="service">Address of the service.</param>
    /// <param name="role">What they are.</param>
    /// <param name="name">As shown.</param>
    /// <param name="memberId">For whom, where the role is of a member.</param>
    /// <param name="professionalId">Who, where the role is of a professional.</param>
    public async Task<Visitor> InviteAsync(Uri service, Role role, string name, string memberId = "", string professionalId = "")
    {
        var page = await administrator.GetAsync(At("utilisateurs"));
        var invited = await administrator.PostAsync(
            page.Form("handler=Invite"),
            ("Name", name), ("Email", $"{name.Replace(' ', '.')}@exemple.fr".ToLowerInvariant()), ("Role", role.ToString()),
            ("MemberId", memberId), ("ProfessionalId", professionalId));
        var link = invited.Html.Split("/invitation/").ElementAtOrDefault(1)?.Split('"')[0] ?? throw new InvalidOperationException(invited.Text);
        var user = new Visitor(service);
        var offer = await user.GetAsync("/invitation/" + link);
        var passwords = offer.Form("").Fields.Where(f => f.Kind == "password").Select(f => (f.Name, Password)).ToArray();
        (await user.PostAsync(offer.Form(""), passwords)).Status.ShouldBe(302);
        return user;
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
