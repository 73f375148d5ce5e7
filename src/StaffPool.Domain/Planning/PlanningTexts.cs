using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Planning;

internal static class PlanningTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Domain.Planning.PlanningTexts", typeof(PlanningTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
