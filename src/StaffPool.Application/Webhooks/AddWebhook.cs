using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Webhooks;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Webhooks;

/// <summary>Has another program told of what happens in the grouping. The secret that signs it is shown once.</summary>
[Permits(Role.Administrator)]
public sealed class AddWebhook(Work work, WebhookRules rules) : IUseCase<NewWebhook, WebhookAdded>
{
    private const int MostWebhooks = 20;
    private const int LongestUrl = 2000;

    public Task<WebhookAdded> RunAsync(Guid groupingId, NewWebhook request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private async Task<WebhookAdded> WriteAsync(WorkScope scope, NewWebhook request, CancellationToken stop)
    {
        await scope.TakeTurnAsync(stop);
        RefusedException.IfAny([.. Problems(request), .. await scope.Db.Webhooks.CountAsync(stop) >= MostWebhooks ? [WebhookTexts.Blocking("webhook.most", MostWebhooks)] : Array.Empty<Violation>()]);
        var row = new WebhookRow
        {
            Url = request.Url,
            Events = [.. request.Events.Distinct()],
            Secret = WebhookSignature.NewSecret(),
            CreatedAt = scope.Now,
            CreatedBy = scope.Caller.Name,
        };
        scope.Db.Webhooks.Add(row);
        scope.Subject = row.Id;
        return new WebhookAdded(row.Id, row.Secret);
    }

    private IEnumerable<Violation> Problems(NewWebhook request)
    {
        if (request.Url.Length > LongestUrl || !rules.Allows(request.Url))
        {
            yield return WebhookTexts.Blocking(rules.MayStayInside ? "webhook.url" : "webhook.url-outside");
        }

        if (request.Events.Count == 0 || request.Events.Any(e => !Enum.IsDefined(e)))
        {
            yield return WebhookTexts.Blocking("webhook.events");
        }
    }
}

/// <param name="Url">Where it is told: https, and not inside our own network.</param>
/// <param name="Events">Of what; at least one.</param>
public sealed record NewWebhook(string Url, IReadOnlyList<WebhookEvent> Events);

/// <param name="Id">The webhook.</param>
/// <param name="Secret">With which the receiver checks the signature; shown this once.</param>
public sealed record WebhookAdded(Guid Id, string Secret);
