using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Web.Pages.Costs;

internal static class CostPageTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Web.Pages.Costs.CostPageTexts", typeof(CostPageTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
