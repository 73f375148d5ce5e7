using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Governance.Assemblies;

internal static class AssemblyTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Domain.Governance.Assemblies.AssemblyTexts", typeof(AssemblyTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
