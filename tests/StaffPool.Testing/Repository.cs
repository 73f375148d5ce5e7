namespace StaffPool.Testing;

/// <summary>The working copy that the tests run in.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Scenarios { get; } = Path.Combine(Root, "scenarios");

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "StaffPool.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}
