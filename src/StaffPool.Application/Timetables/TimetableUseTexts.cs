using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Timetables;

internal static class TimetableUseTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Application.Timetables.TimetableUseTexts", typeof(TimetableUseTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
