using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Web.Pages.Members;

internal static class MemberPageTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Web.Pages.Members.MemberPageTexts", typeof(MemberPageTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
