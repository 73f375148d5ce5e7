using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Web.Pages.Timetables;

internal static class TimetablePageTexts
{
    private static readonly ResourceManager Source = new("StaffPool.Web.Pages.Timetables.TimetablePageTexts", typeof(TimetablePageTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
