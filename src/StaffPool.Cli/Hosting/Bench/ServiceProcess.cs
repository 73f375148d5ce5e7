using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace StaffPool.Cli.Hosting.Bench;

/// <summary>The service as its own process: this program again, on a free port of this machine.</summary>
internal sealed partial class ServiceProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    // What the environment says of another service is not for this one.
    private static readonly string[] Others = ["STAFFPOOL_DATA", "STAFFPOOL_SMTP", "STAFFPOOL_OIDC_ISSUER"];

    private readonly Process process;
    private readonly TaskCompletionSource<Uri> listens = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder said = new();

    private ServiceProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => listens.TrySetException(new ServiceBenchException("bench.service.no-start", Said));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
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

    /// <summary>Starts it and waits for its first page.</summary>
    /// <param name="folder">Of its data.</param>
    /// <param name="postgres">Connection string, or null for SQLite in the folder.</param>
    /// <param name="stop">Gives up; the process is ended.</param>
    /// <exception cref="ServiceBenchException">It does not start.</exception>
    public static async Task<ServiceProcess> StartAsync(string folder, string? postgres, CancellationToken stop)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        var start = new ProcessStartInfo(
            program, [.. isHost ? (string[])[typeof(ServiceProcess).Assembly.Location] : [], "serve", "--urls", "http://127.0.0.1:0", "--data", folder])
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
        var service = new ServiceProcess(Process.Start(start)!);
        try
        {
            await service.AwaitPageAsync(clock, stop);
            return service;
        }
        catch
        {
            service.Dispose();
            throw;
        }
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

    private async Task AwaitPageAsync(Stopwatch clock, CancellationToken stop)
    {
        Address = await listens.Task.WaitAsync(Patience, stop);
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

        if (line is not null && Listened().Match(line) is { Success: true } address)
        {
            listens.TrySetResult(new Uri(address.Value));
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Listened();
}
