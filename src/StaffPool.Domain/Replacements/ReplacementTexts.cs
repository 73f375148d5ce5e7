using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Replacements;

internal static class ReplacementTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Domain.Replacements.ReplacementTexts", typeof(ReplacementTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
