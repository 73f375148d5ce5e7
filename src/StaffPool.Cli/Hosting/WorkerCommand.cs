using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Terminals;
using StaffPool.Jobs.Execution;
using StaffPool.Web.Hosting;

namespace StaffPool.Cli.Hosting;

/// <summary><c>staffpool worker</c>: executes runs and strikes the clock, without pages, until it is stopped.</summary>
internal sealed class WorkerCommand(Terminal terminal, CliTexts texts, TimeProvider clock)
{
    // Letters of a worker that was not told where the pages are lead to the address of the quickstart.
    private static readonly Uri Usual = new("http://localhost:8080");

    public async Task<int> RunAsync(WorkerRequest request, CancellationToken stop)
    {
        await using var database = request.Place.Open();
        var (read, exitCode) = ServiceSettings.Read(
            terminal,
            texts,
            () => new WebServiceOptions
            {
                Url = "",
                Database = database,
                DataFolder = request.Place.Folder,
                PublicAddress = request.Address ?? Usual,
                JobEngine = JobEngines.Find(request.Jobs ?? ServiceSettings.Jobs()),
                Mail = ServiceSettings.Mail(),
                Webhooks = ServiceSettings.Webhooks(),
                Sms = ServiceSettings.Sms(),
                ClockSettings = ServiceSettings.Clock(),
                Telemetry = ServiceSettings.Telemetry(),
                LogsJson = request.LogsJson,
                Clock = clock,
            });
        if (read is not { } options)
        {
            return exitCode;
        }

        using var host = WorkerService.Build(options);
        await host.StartAsync(stop);
        var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        try
        {
            await host.Services.GetRequiredService<Readiness>().WaitAsync(stopping);
            Say(texts["worker.ready", database.Description]);
            Say(texts["serve.stop"]);
        }
        catch (OperationCanceledException)
        {
            // Stopped while it was starting.
        }

        await host.WaitForShutdownAsync(stop);
        return ExitCode.Success;
    }

    private void Say(string line)
    {
        terminal.Output.Profile.Out.Writer.WriteLine(line);
        terminal.Output.Profile.Out.Writer.Flush();
    }
}
