using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Web.Pages.Workforce;

internal static class WorkforcePageTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Web.Pages.Workforce.WorkforcePageTexts", typeof(WorkforcePageTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
