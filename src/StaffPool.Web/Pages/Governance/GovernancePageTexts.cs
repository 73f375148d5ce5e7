using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Web.Pages.Governance;

internal static class GovernancePageTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Web.Pages.Governance.GovernancePageTexts", typeof(GovernancePageTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
