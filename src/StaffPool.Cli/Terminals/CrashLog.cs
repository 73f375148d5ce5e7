using System.Globalization;
using System.Text.RegularExpressions;

namespace StaffPool.Cli.Terminals;

/// <summary>Keeps the details of an unexpected error out of the user's way and where support can find them.</summary>
internal static partial class CrashLog
{
    /// <returns>Path of the file, or null where even the temporary folder cannot be written.</returns>
    public static string? Write(Exception exception, IReadOnlyList<string> arguments, DateTimeOffset now)
    {
        var path = Path.Combine(
            Path.GetTempPath(),
            string.Create(CultureInfo.InvariantCulture, $"staffpool-{now:yyyyMMdd-HHmmss}-{Environment.ProcessId}.log"));
        try
        {
            File.WriteAllText(path, $"""
                staffpool {Password().Replace(string.Join(' ', arguments), "${name}=•••")}
                {Environment.OSVersion}, .NET {Environment.Version}

                {exception}

                """);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Of a connection string.
    [GeneratedRegex("(?<name>password|pwd)\\s*=[^;]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Password();
}
