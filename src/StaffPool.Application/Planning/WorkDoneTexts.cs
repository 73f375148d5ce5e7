using System.Resources;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Planning;

internal static class WorkDoneTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Application.Planning.WorkDoneTexts", typeof(WorkDoneTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);

    public static Violation Blocking(string key, params object?[] arguments) =>
        new(key, Severity.Blocking, Of(key, arguments), [], null);
}
