using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Documents.Timetables;

internal static class TimetableFileTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Documents.Timetables.TimetableFileTexts", typeof(TimetableFileTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
