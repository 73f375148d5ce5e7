using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Runs;

internal static class RunTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Application.Runs.RunTexts", typeof(RunTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
