using System.Reflection;

namespace StaffPool.Jobs.Execution;

/// <summary>
/// The engines of jobs to choose from. Hangfire's is not in the solution, because its packages are on some feeds only: it is
/// looked for in <c>jobs/hangfire</c> beside the binaries, then in <c>out/jobs/hangfire</c>.
/// </summary>
public static class JobEngines
{
    public const string Quartz = "quartz";
    public const string Hangfire = "hangfire";

    /// <summary>Builds Hangfire's where NuGet has its packages.</summary>
    public const string HangfireBuildCommand = "dotnet publish src/StaffPool.Jobs.Hangfire -c Release -p:Hangfire=true -o out/jobs/hangfire";

    private const string HangfireName = "StaffPool.Jobs.Hangfire";

    public static IReadOnlyList<string> All { get; } = [Quartz, Hangfire];

    /// <returns>A class that implements <see cref="IJobEngine"/>.</returns>
    /// <exception cref="JobEngineMissingException">It is not built here.</exception>
    public static Type Find(string name)
    {
        if (name == Quartz)
        {
            return typeof(QuartzJobs);
        }

        var file = Path.Combine(HangfireDirectory(), $"{HangfireName}.dll");
        // What it stands on lies beside it; what we have already is ours.
        return File.Exists(file)
            ? Assembly.LoadFrom(file).GetType($"{HangfireName}.HangfireJobs", throwOnError: true)!
            : throw new JobEngineMissingException(name);
    }

    private static string HangfireDirectory()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "jobs", Hangfire);
        return Directory.Exists(beside)
            ? beside
            : Path.GetFullPath(typeof(JobEngines).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == HangfireName).Value!);
    }
}

/// <summary>The engine of jobs that was chosen is not built here.</summary>
public sealed class JobEngineMissingException(string name) : Exception($"The engine of jobs {name} is not built here.")
{
    public string Name { get; } = name;
}
