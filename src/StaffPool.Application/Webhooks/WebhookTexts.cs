using System.Resources;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Webhooks;

internal static class WebhookTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Application.Webhooks.WebhookTexts", typeof(WebhookTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);

    public static Violation Blocking(string key, params object?[] arguments) => new(key, Severity.Blocking, Of(key, arguments), [], null);
}
