using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Web.Pages.Rosters;

internal static class RotaPageTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Web.Pages.Rosters.RotaPageTexts", typeof(RotaPageTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
