using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using StaffPool.Data;
using StaffPool.Testing;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>The real executable serving, as an operator starts it; it can be killed and started again on the same data.</summary>
public sealed partial class RunningService(string? postgres = null) : IAsyncDisposable
{
    private readonly int port = FreePort();
    private ToolProcess? process;

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));

    public string Folder { get; } = Directory.CreateTempSubdirectory("staffpool-service-").FullName;

    /// <summary>Said to <c>serve</c> beside the place of its data.</summary>
    public IReadOnlyList<string> More { get; init; } = [];

    /// <summary>What it says to its operator.</summary>
    public string Messages => process?.Messages ?? "";

    private string[] Place => postgres is null ? ["--data", Folder] : ["--data", Folder, "--database", postgres];

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <returns>Path of its one-time link, or null where it gives none.</returns>
    public async Task<string?> StartAsync()
    {
        Launch();
        await process!.UntilSaidAsync("Ctrl-C pour arrêter.");
        return LinkIn(process.Output);
    }

    /// <summary>Starts it without waiting.</summary>
    public void Launch() => process = ToolProcess.Start([], ["serve", "--urls", Address.ToString(), .. More, .. Place]);

    /// <summary>As the system does where memory runs out: nothing is finished, nothing is said.</summary>
    public async Task KillAsync()
    {
        await process!.SignalAsync("KILL");
        await process.EndAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>A worker of its own beside it, on the same data.</summary>
    internal async Task<ToolProcess> StartWorkerAsync()
    {
        var worker = ToolProcess.Start([], ["worker", .. Place]);
        await worker.UntilSaidAsync("Ctrl-C pour arrêter.");
        return worker;
    }

    /// <summary>As an operator or a container stops it.</summary>
    /// <returns>Its exit code, once it has ended.</returns>
    public async Task<int> TerminateAsync()
    {
        await process!.SignalAsync("TERM");
        return (await process.EndAsync()).ExitCode;
    }

    /// <summary>Imports a scenario, whether it runs or not.</summary>
    /// <returns>Path of a one-time link of the administrator.</returns>
    public async Task<string> ImportAsync(string scenario, string admin)
    {
        var run = await CommandAsync("import", Path.Combine(Repository.Scenarios, scenario), "--admin", admin);
        run.ShouldEnd(0);
        return LinkIn(run.Output).ShouldNotBeNull();
    }

    /// <summary>Another command on the same data.</summary>
    internal Task<ToolRun> CommandAsync(params string[] arguments) => ToolProcess.RunAsync([.. arguments, .. Place]);

    /// <summary>Its database, seen from outside.</summary>
    public ServiceDatabase OpenDatabase() => ServiceDatabase.Open(Folder, postgres);

    public ValueTask DisposeAsync()
    {
        process?.Dispose();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string? LinkIn(string output) => Link().Match(output) is { Success: true } found ? found.Value : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"/lien/\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
