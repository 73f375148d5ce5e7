using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Needs;

internal static class NeedTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Domain.Needs.NeedTexts", typeof(NeedTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
