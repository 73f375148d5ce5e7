using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace StaffPool.Cli.Hosting.Bench;

/// <summary>The service, or a worker of it, as its own process: this program again, on a free port of this machine.</summary>
internal sealed partial class ServiceProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    // What the environment says of another service is not for this one.
    private static readonly string[] Others = ["STAFFPOOL_DATA", "STAFFPOOL_SMTP", "STAFFPOOL_OIDC_ISSUER"];

    private readonly Process process;
    private readonly Func<string, string?> awaited;
    private readonly TaskCompletionSource<string> heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder said = new();

    private ServiceProcess(Process process, Func<string, string?> awaited)
    {
        this.process = process;
        this.awaited = awaited;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => heard.TrySetException(new ServiceBenchException("bench.service.no-start", Said));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens; null for a worker.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>From the start of the process to its first page.</summary>
    public TimeSpan FirstPage { get; private set; }

    /// <summary>Bytes now.</summary>
    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Bytes at most since it started.</summary>
    public long PeakWorkingSet
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>Used since it started, all cores.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    private string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString().Trim();
            }
        }
    }

    /// <summary>Starts the pages and waits for the first.</summary>
    /// <param name="folder">Of its data.</param>
    /// <param name="postgres">Connection string, or null for SQLite in the folder.</param>
    /// <param name="stop">Gives up; the process is ended.</param>
    /// <param name="more">Said to <c>serve</c> beside them.</param>
    /// <exception cref="ServiceBenchException">It does not start.</exception>
    public static Task<ServiceProcess> ServeAsync(string folder, string? postgres, CancellationToken stop, params string[] more) => StartAsync(
        ["serve", "--urls", "http://127.0.0.1:0", "--data", folder, .. more],
        postgres,
        line => Listened().Match(line) is { Success: true } address ? address.Value : null,
        (service, clock) => service.AwaitPageAsync(clock, stop));

    /// <summary>Starts a worker and waits until it says that it is ready.</summary>
    /// <param name="folder">Of its data.</param>
    /// <param name="postgres">Connection string, or null for SQLite in the folder.</param>
    /// <param name="ready">The line that it says then.</param>
    /// <param name="stop">Gives up; the process is ended.</param>
    /// <exception cref="ServiceBenchException">It does not start.</exception>
    public static Task<ServiceProcess> WorkAsync(string folder, string? postgres, string ready, CancellationToken stop) => StartAsync(
        ["worker", "--data", folder], postgres, line => line == ready ? line : null, (worker, _) => worker.heard.Task.WaitAsync(Patience, stop));

    /// <summary>As where memory runs out: at once, with nothing finished. Its engine hosts end by themselves.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static async Task<ServiceProcess> StartAsync(
        IReadOnlyList<string> arguments, string? postgres, Func<string, string?> awaited, Func<ServiceProcess, Stopwatch, Task> begin)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        var start = new ProcessStartInfo(program, [.. isHost ? (string[])[typeof(ServiceProcess).Assembly.Location] : [], .. arguments])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var other in Others)
        {
            start.Environment.Remove(other);
        }

        // Not on the command line, which every user of the machine can read.
        start.Environment["STAFFPOOL_DATABASE"] = postgres ?? "";
        // It is the service that is measured, not its limits.
        start.Environment["STAFFPOOL_API_TOKEN_RATE"] = start.Environment["STAFFPOOL_API_ADDRESS_RATE"] = "100000000";
        var clock = Stopwatch.StartNew();
        var service = new ServiceProcess(Process.Start(start)!, awaited);
        try
        {
            await begin(service, clock);
            return service;
        }
        catch
        {
            service.Dispose();
            throw;
        }
    }

    private async Task AwaitPageAsync(Stopwatch clock, CancellationToken stop)
    {
        Address = new Uri(await heard.Task.WaitAsync(Patience, stop));
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Address };
        while (true)
        {
            using var answer = await http.GetAsync("/connexion", stop);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                FirstPage = clock.Elapsed;
                return;
            }

            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || clock.Elapsed > Patience)
            {
                throw new ServiceBenchException("bench.service.no-start", Said);
            }

            await Task.Delay(Pause, stop);
        }
    }

    private void Hear(string? line)
    {
        lock (said)
        {
            said.AppendLine(line);
        }

        if (line is not null && awaited(line) is { } found)
        {
            heard.TrySetResult(found);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Listened();
}
