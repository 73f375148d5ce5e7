using System.Runtime.CompilerServices;

namespace StaffPool.Cli.Tests;

/// <summary>
/// Compares a text with the file kept under Snapshots. Run the tests with STAFFPOOL_UPDATE_SNAPSHOTS=1 to accept what
/// changed, then read the difference before committing it.
/// </summary>
internal static class Snapshot
{
    public static void Match(string actual, string name, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Root(caller), "Snapshots", name + ".txt");
        // Editors drop the spaces that pad a line, so the files hold none.
        var trimmed = string.Join('\n', actual.Split('\n').Select(line => line.TrimEnd())).Trim('\n') + "\n";
        if (Environment.GetEnvironmentVariable("STAFFPOOL_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, trimmed);
        }

        trimmed.ShouldBe(File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "");
    }

    private static string Root(string caller)
    {
        var folder = Path.GetDirectoryName(caller)!;
        while (!Directory.Exists(Path.Combine(folder, "Snapshots")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
