using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Costs;

internal static class CostReportTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Application.Costs.CostReportTexts", typeof(CostReportTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
