using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Web.Pages.Needs;

internal static class NeedPageTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Web.Pages.Needs.NeedPageTexts", typeof(NeedPageTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
