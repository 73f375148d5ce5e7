using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Documents.Scenarios;

internal static class ScenarioTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Documents.Scenarios.ScenarioTexts", typeof(ScenarioTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
