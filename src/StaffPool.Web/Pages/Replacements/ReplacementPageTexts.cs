using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Web.Pages.Replacements;

internal static class ReplacementPageTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Web.Pages.Replacements.ReplacementPageTexts", typeof(ReplacementPageTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
