using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Rosters;

internal static class RosterTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Domain.Rosters.RosterTexts", typeof(RosterTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
