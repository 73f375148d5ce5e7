using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffPool.Application.Access;
using StaffPool.Application.UseCases;
using StaffPool.Application.Webhooks;
using StaffPool.Data.Access;
using StaffPool.Data.Webhooks;
using StaffPool.Domain.Rules;

namespace StaffPool.Web.Pages.Access;

/// <summary>The other programs of the grouping: the tokens that they call with, and what they are told of.</summary>
public sealed class ProgramsModel(
    ListApiTokens tokens, CreateApiToken create, RevokeApiToken revoke,
    ListWebhooks webhooks, AddWebhook add, RemoveWebhook remove, ListDeliveries deliveries, RedeliverWebhook redeliver) : GroupingPage
{
    private const int MostDeliveries = 50;

    public IReadOnlyList<ApiTokenView> Tokens { get; private set; } = [];

    public IReadOnlyList<WebhookView> Webhooks { get; private set; } = [];

    public IReadOnlyList<DeliveryView> Deliveries { get; private set; } = [];

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public bool IsReadOnly { get; set; } = true;

    [BindProperty]
    public List<Role> Roles { get; set; } = [];

    [BindProperty]
    public List<string> Modules { get; set; } = [];

    [BindProperty]
    public int Days { get; set; } = 90;

    [BindProperty]
    public string Target { get; set; } = "";

    [BindProperty]
    public List<WebhookEvent> Events { get; set; } = [];

    /// <summary>A token, or the secret of a webhook, just made: it is shown this once.</summary>
    public string? Secret { get; private set; }

    /// <summary>What to say of it.</summary>
    public string SecretAbout { get; private set; } = "";

    public bool MayChange => Grouping.Has(Role.Administrator);

    public IEnumerable<Role> OwnRoles => Grouping.Grants.Select(g => g.Role).Distinct();

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        Tokens = await tokens.RunAsync(Grouping.Id, Nothing.More, stop);
        Webhooks = await webhooks.RunAsync(Grouping.Id, Nothing.More, stop);
        Deliveries = [.. (await deliveries.RunAsync(Grouping.Id, Nothing.More, stop)).Take(MostDeliveries)];
        return null;
    }

    public async Task<IActionResult> OnPostTokenAsync(CancellationToken stop)
    {
        var created = await create.RunAsync(Grouping.Id, new NewApiToken(Name, IsReadOnly, Roles, Modules, Days), stop);
        return await ShowAsync(created.Token, AccessPageTexts.Of("programs.token.shown").ToString(), stop);
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken stop)
    {
        await revoke.RunAsync(Grouping.Id, id, stop);
        return Done("programs.token.revoked");
    }

    public async Task<IActionResult> OnPostWebhookAsync(CancellationToken stop)
    {
        var added = await add.RunAsync(Grouping.Id, new NewWebhook(Target.Trim(), Events), stop);
        return await ShowAsync(added.Secret, AccessPageTexts.Of("programs.webhook.shown").ToString(), stop);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, int version, CancellationToken stop)
    {
        await remove.RunAsync(Grouping.Id, new Removal(id, version), stop);
        return Done("programs.webhook.removed");
    }

    public async Task<IActionResult> OnPostAgainAsync(Guid id, CancellationToken stop)
    {
        await redeliver.RunAsync(Grouping.Id, id, stop);
        return Done("programs.delivery.again");
    }

    public override string? FieldOf(Violation reason) => reason.Code switch
    {
        "token.name" or "token.name-taken" => nameof(Name),
        "token.days" => nameof(Days),
        "webhook.url" or "webhook.url-outside" => nameof(Target),
        _ => null,
    };

    // Not redirected: the secret is nowhere but here.
    private async Task<PageResult> ShowAsync(string secret, string about, CancellationToken stop)
    {
        (Secret, SecretAbout) = (secret, about);
        ModelState.Clear();
        (Name, Target, Events, Roles, Modules) = ("", "", [], [], []);
        await LoadAsync(stop);
        return Page();
    }

    private RedirectResult Done(string key)
    {
        Notice = AccessPageTexts.Of(key).ToString();
        return Redirect($"/g/{Grouping.Code}/applications");
    }
}
