using System.Reflection;
using System.Text.RegularExpressions;
using StaffPool.Testing;

namespace StaffPool.EndToEnd.Tests;

/// <summary>Holds the arrows of docs/architecture.md: who may know whom, and where a feature is found.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["StaffPool.Domain"] = [],
        ["StaffPool.Solver"] = ["StaffPool.Domain"],
        ["StaffPool.Data"] = ["StaffPool.Domain"],
        ["StaffPool.Application"] = ["StaffPool.Domain", "StaffPool.Solver", "StaffPool.Data"],
        ["StaffPool.Documents"] = ["StaffPool.Domain", "StaffPool.Solver", "StaffPool.Data", "StaffPool.Application"],
        ["StaffPool.Jobs"] = ["StaffPool.Domain", "StaffPool.Solver", "StaffPool.Data", "StaffPool.Application"],
        ["StaffPool.Web"] = ["StaffPool.Domain", "StaffPool.Solver", "StaffPool.Data", "StaffPool.Application", "StaffPool.Documents", "StaffPool.Jobs"],
        ["staffpool"] =
            ["StaffPool.Domain", "StaffPool.Solver", "StaffPool.Data", "StaffPool.Application", "StaffPool.Documents", "StaffPool.Jobs", "StaffPool.Web"],
    };

    // The modules of the design, repeated at every layer so that a feature is found by its name.
    private static readonly string[] Modules =
        ["Members", "Workforce", "Needs", "Planning", "Governance", "Costs", "Calendar", "Geography", "Replacements", "Scenarios", "Simulations",
         "Access", "Audit", "Runs", "Timetables", "Interchange", "Webhooks", "Rosters"];

    // What serves several modules and belongs to none.
    private static readonly string[] Technical =
        ["Calculations", "Rules", "Texts", "Engines", "CpSat", "Linear", "Commands", "Terminals", "Pages", "UseCases", "Providers",
         "Operations", "Hosting", "Execution", "Clock", "Api"];

    // Compiled into the native engine host too, which knows no layer: named after neither.
    private static readonly Dictionary<string, string> SharedSources = new(StringComparer.Ordinal)
    {
        ["StaffPool.Solver.Engines.Protocol"] = "StaffPool.Engines.Protocol",
    };

    private static readonly string Root = Repository.Root;

    public static TheoryData<string> Layers { get; } = [.. Arrows.Keys];

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_knows_only_the_layers_below_it(string layer)
    {
        var known = Assembly.Load(layer).GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name => Arrows.ContainsKey(name) || name.StartsWith("StaffPool.", StringComparison.Ordinal));

        known.Except(Arrows[layer], StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void The_domain_knows_no_package() =>
        Assembly.Load("StaffPool.Domain").GetReferencedAssemblies()
            .Select(a => a.Name!)
            .Where(name => name != "netstandard" && !name.StartsWith("System.", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Theory]
    [InlineData("YamlDotNet", "StaffPool.Documents")]
    [InlineData("CsvHelper", "StaffPool.Documents")]
    [InlineData("DocumentFormat.OpenXml", "StaffPool.Documents")]
    [InlineData("ExcelDataReader", "StaffPool.Documents")]
    [InlineData("Google.Protobuf", "StaffPool.Solver")]
    [InlineData("OpenTelemetry", "StaffPool.Web")]
    [InlineData("QRCoder", "StaffPool.Web")]
    [InlineData("Microsoft.IdentityModel.JsonWebTokens", "StaffPool.Web")]
    [InlineData("Spectre.Console", "staffpool")]
    [InlineData("System.CommandLine", "staffpool")]
    public void A_package_is_known_to_one_layer(string package, string layer) =>
        Arrows.Keys
            .Where(name => Assembly.Load(name).GetReferencedAssemblies().Any(a => a.Name == package))
            .Except([layer], StringComparer.Ordinal)
            .ShouldBeEmpty();

    [Fact]
    public void Folders_are_named_after_the_modules_at_every_layer()
    {
        var folders = Directory.GetDirectories(Path.Combine(Root, "src"))
            .SelectMany(Directory.GetDirectories)
            .Where(HoldsSources)
            .Select(folder => Path.GetFileName(folder))
            .Distinct(StringComparer.Ordinal);

        folders.Except([.. Modules, .. Technical], StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Layers))]
    public void Namespaces_follow_the_folders(string layer)
    {
        var folder = layer == "staffpool" ? "StaffPool.Cli" : layer;
        foreach (var path in SourcesUnder(Path.Combine(Root, "src", folder)))
        {
            var place = Path.GetRelativePath(Path.Combine(Root, "src"), Path.GetDirectoryName(path)!)
                .Replace(Path.DirectorySeparatorChar, '.');
            var expected = SharedSources.GetValueOrDefault(place, place);
            var declared = Regex.Match(File.ReadAllText(path), "^namespace (?<name>[^;]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);
            (declared.Success ? declared.Groups["name"].Value : expected).ShouldBe(expected, path);
        }
    }

    [Fact]
    public void The_top_level_holds_what_the_design_lists_and_nothing_else()
    {
        string[] expected =
            ["src", "tests", "scenarios", "docs", "StaffPool.sln", "README.md", "docker-compose.yml", "run", "test",
             "LICENSE", "NOTICE.md", "global.json", "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt"];
        // Left by a build or by the user, and ignored by git.
        string[] ignored = ["out", "data", "bin", "obj", "TestResults", "node_modules"];

        var found = Directory.GetFileSystemEntries(Root)
            .Select(path => Path.GetFileName(path))
            .Where(name => !name.StartsWith('.'));

        found.Except([.. expected, .. ignored], StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("run")]
    [InlineData("test")]
    [InlineData(".ci/run")]
    public void Scripts_are_executable(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no executable bit.");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(Root, script)).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();
        }
    }

    private static bool HoldsSources(string folder) => SourcesUnder(folder).Any();

    private static IEnumerable<string> SourcesUnder(string folder) =>
        Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Regex.IsMatch(path, @"[/\\](bin|obj|node_modules|Migrations)[/\\]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture));
}
