using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Documents.Planning;

internal static class PlanFileTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Documents.Planning.PlanFileTexts", typeof(PlanFileTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
