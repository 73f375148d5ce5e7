using System.Resources;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Governance;

internal static class AgreementTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Application.Governance.AgreementTexts", typeof(AgreementTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);

    public static Violation Blocking(string key, params object?[] arguments) =>
        new(key, Severity.Blocking, Of(key, arguments), [], null);
}
