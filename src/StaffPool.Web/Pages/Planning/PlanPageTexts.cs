using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Web.Pages.Planning;

internal static class PlanPageTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Web.Pages.Planning.PlanPageTexts", typeof(PlanPageTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
