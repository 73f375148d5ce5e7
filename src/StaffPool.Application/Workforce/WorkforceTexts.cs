using System.Resources;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Workforce;

internal static class WorkforceTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Application.Workforce.WorkforceTexts", typeof(WorkforceTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);

    public static Violation Blocking(string key, params object?[] arguments) =>
        new(key, Severity.Blocking, Of(key, arguments), [], null);
}
