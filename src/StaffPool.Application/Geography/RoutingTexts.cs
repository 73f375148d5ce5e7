using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Geography;

internal static class RoutingTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Application.Geography.RoutingTexts", typeof(RoutingTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
