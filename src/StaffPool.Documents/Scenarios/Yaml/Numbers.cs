using System.Globalization;

namespace StaffPool.Documents.Scenarios.Yaml;

/// <summary>Numbers and days as a file writes them.</summary>
internal static class Numbers
{
    /// <summary>Without the zeros that a column adds.</summary>
    public static string Of(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
