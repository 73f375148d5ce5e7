using System.Security.Cryptography;
using StaffPool.Application.Scenarios;
using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Geography;

namespace StaffPool.Documents.Scenarios;

/// <summary>
/// Reads scenario files (format: docs/scenario-format.md) strictly: either a whole and valid scenario, or every
/// problem of the file with its line, its column and what to do.
/// </summary>
public static class ScenarioReader
{
    private const string FileName = "scenario.yaml";

    /// <param name="path">The file, or the folder that holds a <c>scenario.yaml</c>.</param>
    /// <param name="communes">Where communes are looked up.</param>
    /// <returns>Never throws for what the file holds, nor for a file that cannot be read.</returns>
    public static ScenarioReading Read(string path, CommuneDirectory communes)
    {
        var problems = new ProblemList();
        var file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        var scenario = ScenarioFile.Read(file, problems) is { } bytes
            ? Read(bytes, NameOf(file), communes, problems)
            : null;
        return new ScenarioReading(scenario, problems.InOrder);
    }

    /// <summary>The same from bytes already in memory (an upload, a test).</summary>
    /// <param name="bytes">The file, UTF-8.</param>
    /// <param name="name">Name of the scenario.</param>
    /// <param name="communes">Where communes are looked up.</param>
    public static ScenarioReading Read(byte[] bytes, string name, CommuneDirectory communes)
    {
        var problems = new ProblemList();
        var scenario = Read(bytes, name, communes, problems);
        return new ScenarioReading(scenario, problems.InOrder);
    }

    private static Scenario? Read(byte[] bytes, string name, CommuneDirectory communes, ProblemList problems)
    {
        if (ScenarioFile.Decode(bytes, problems) is not { } text || TreeBuilder.Build(text, problems) is not { } root)
        {
            return null;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return new ScenarioDocument(new ScenarioContext(communes, problems)).Read(root, name, hash);
    }

    // scenarios/centre-de-picardie/scenario.yaml is called centre-de-picardie.
    private static string NameOf(string file) => Path.GetFileName(file) == FileName
        ? Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file))) ?? FileName
        : Path.GetFileNameWithoutExtension(file);
}
