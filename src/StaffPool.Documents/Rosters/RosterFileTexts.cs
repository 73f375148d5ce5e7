using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Documents.Rosters;

internal static class RosterFileTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Documents.Rosters.RosterFileTexts", typeof(RosterFileTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
