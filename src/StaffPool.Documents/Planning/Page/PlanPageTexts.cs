using System.Globalization;
using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Documents.Planning.Page;

internal static class PlanPageTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Documents.Planning.Page.PlanPageTexts", typeof(PlanPageTexts).Assembly);

    /// <summary>A text that may be missing.</summary>
    public static string? Find(string key, CultureInfo culture) => Source.GetString(key, culture);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
