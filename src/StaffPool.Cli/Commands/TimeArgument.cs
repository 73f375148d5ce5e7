using System.Globalization;
using System.Text.RegularExpressions;

namespace StaffPool.Cli.Commands;

/// <summary>A time as people type it: 90, 90s, 1m30, 2min, 1h, 1h30m.</summary>
internal static partial class TimeArgument
{
    public static TimeSpan? Parse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var seconds = (Number(match, "hours") * 3600) + (Number(match, "minutes") * 60) + Number(match, "seconds");
        return seconds == 0 ? null : TimeSpan.FromSeconds(seconds);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    // Five digits at most in each part keep the sum far from overflow.
    [GeneratedRegex("^(?:(?<hours>[0-9]{1,5})h)?(?:(?<minutes>[0-9]{1,5})m(?:in)?)?(?:(?<seconds>[0-9]{1,5})s?)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
