namespace StaffPool.Cli.Commands;

/// <summary>
/// Finds the scenario that the user means: a file, a folder that holds one, or the name of a folder in
/// <c>scenarios</c>, looked for from the current folder upwards and then from the program upwards.
/// </summary>
internal sealed class ScenarioLocator(string currentFolder, string programFolder)
{
    private const string FileName = "scenario.yaml";

    public static ScenarioLocator OfProcess() => new(Directory.GetCurrentDirectory(), AppContext.BaseDirectory);

    /// <returns>Full path of the scenario file, or null.</returns>
    public string? Find(string asked)
    {
        var candidates = ScenarioFolders().Select(folder => Path.Combine(folder, asked)).Prepend(Path.Combine(currentFolder, asked));
        return candidates.Select(FileOf).FirstOrDefault(path => path is not null);
    }

    /// <summary>A folder of <c>scenarios</c>, whatever it holds; null where there is none of that name.</summary>
    public string? FindFolder(string name) => ScenarioFolders().Select(folder => Path.Combine(folder, name)).FirstOrDefault(Directory.Exists);

    /// <summary>Names that can be given instead of a path.</summary>
    public IReadOnlyList<string> KnownNames() =>
        [.. ScenarioFolders()
            .SelectMany(Directory.GetDirectories)
            .Where(folder => File.Exists(Path.Combine(folder, FileName)))
            .Select(folder => Path.GetFileName(folder))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    private static string? FileOf(string path) =>
        File.Exists(path) ? Path.GetFullPath(path)
        : File.Exists(Path.Combine(path, FileName)) ? Path.GetFullPath(Path.Combine(path, FileName))
        : null;

    private IEnumerable<string> ScenarioFolders() =>
        Upwards(currentFolder).Concat(Upwards(programFolder))
            .Select(folder => Path.Combine(folder, "scenarios"))
            .Where(Directory.Exists)
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var at = Path.TrimEndingDirectorySeparator(folder); at is not null; at = Path.GetDirectoryName(at))
        {
            yield return at;
        }
    }
}
