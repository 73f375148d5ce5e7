using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Workforce;

internal static class WorkforceTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Domain.Workforce.WorkforceTexts", typeof(WorkforceTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
