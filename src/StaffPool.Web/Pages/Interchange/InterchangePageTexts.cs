using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Web.Pages.Interchange;

internal static class InterchangePageTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Web.Pages.Interchange.InterchangePageTexts", typeof(InterchangePageTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
