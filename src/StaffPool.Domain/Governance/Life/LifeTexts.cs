using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Governance.Life;

internal static class LifeTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Domain.Governance.Life.LifeTexts", typeof(LifeTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
