using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Costs;

internal static class CostTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Domain.Costs.CostTexts", typeof(CostTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
