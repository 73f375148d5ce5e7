using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Governance;

internal static class SettingTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Domain.Governance.SettingTexts", typeof(SettingTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
