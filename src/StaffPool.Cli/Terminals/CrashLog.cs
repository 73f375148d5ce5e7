using System.Globalization;

namespace StaffPool.Cli.Terminals;

/// <summary>Keeps the details of an unexpected error out of the user's way and where support can find them.</summary>
internal static class CrashLog
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
                staffpool {string.Join(' ', arguments)}
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
}
