using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Web.Pages.Runs;

internal static class RunPageTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Web.Pages.Runs.RunPageTexts", typeof(RunPageTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
