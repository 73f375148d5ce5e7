using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Web.Pages.Audit;

internal static class LogPageTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Web.Pages.Audit.LogPageTexts", typeof(LogPageTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
