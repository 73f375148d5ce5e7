using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Planning.Explanations;

internal static class ExplanationTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Domain.Planning.Explanations.ExplanationTexts", typeof(ExplanationTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);

    /// <summary>"12 demi-journées": none, one and many have each their words, in either language.</summary>
    public static Text HalfDays(int count) => Of($"half-days.{(count == 0 ? "none" : count == 1 ? "one" : "many")}", count);

    public static Text Sites(int count) => Of(count == 1 ? "sites.one" : "sites.many", count);

    /// <summary>Where somebody works, most half-days first: "CH de Ham (104), Résidence du Parc (80)".</summary>
    public static Text Places(IEnumerable<Assignment> assignments)
    {
        var places = assignments
            .OrderByDescending(a => a.HalfDays)
            .ThenBy(a => a.Site.Name, StringComparer.Ordinal)
            .Select(a => FormattableString.Invariant($"{a.Site.Name} ({a.HalfDays})"))
            .ToList();
        return places.Count == 0 ? Of("places.none") : Of("places", string.Join(", ", places));
    }
}
