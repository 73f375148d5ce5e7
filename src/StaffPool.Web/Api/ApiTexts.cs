using System.Resources;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Web.Api;

/// <summary>What the API says by itself, before or after a use case.</summary>
internal static class ApiTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Web.Api.ApiTexts", typeof(ApiTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);

    public static Violation Blocking(string key, params object?[] arguments) => new(key, Severity.Blocking, Of(key, arguments), [], null);
}
