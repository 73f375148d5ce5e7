using System.Resources;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Costs;

internal static class AccountTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Application.Costs.AccountTexts", typeof(AccountTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);

    public static Violation Blocking(string key, params object?[] arguments) => new(key, Severity.Blocking, Of(key, arguments), [], null);
}
