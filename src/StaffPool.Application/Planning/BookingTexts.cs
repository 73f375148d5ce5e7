using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Planning;

internal static class BookingTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Application.Planning.BookingTexts", typeof(BookingTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
