using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Governance.Shares;

internal static class ShareTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Domain.Governance.Shares.ShareTexts", typeof(ShareTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
