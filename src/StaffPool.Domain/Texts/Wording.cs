using System.Globalization;

namespace StaffPool.Domain.Texts;

/// <summary>What a language does with numbers and days, for every face of the product alike.</summary>
public static class Wording
{
    /// <summary>Key of the singular (".one") or plural (".many") sentence; French takes the singular below two.</summary>
    public static string KeyFor(string key, int count, CultureInfo culture) =>
        $"{key}.{((IsFrench(culture) ? count < 2 : count == 1) ? "one" : "many")}";

    /// <summary>A share from 0 to 1 in per cent with one decimal, rounded down so that 100 is said of what is whole only.</summary>
    public static decimal PercentOf(decimal share) => Math.Floor(share * 1000) / 10;

    /// <summary>A day in full; French says "1er" and no other ordinal.</summary>
    public static string Day(DateOnly day, CultureInfo culture)
    {
        var text = day.ToString("d MMMM yyyy", culture);
        return day.Day == 1 && IsFrench(culture) ? "1er" + text[1..] : text;
    }

    private static bool IsFrench(CultureInfo culture) => culture.TwoLetterISOLanguageName == "fr";
}
