using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Spectre.Console;
using StaffPool.Application.Access;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Terminals;
using StaffPool.Jobs.Execution;
using StaffPool.Web.Hosting;

namespace StaffPool.Cli.Hosting;

/// <summary><c>staffpool serve</c>: the service, until it is stopped.</summary>
internal sealed class ServeCommand(Terminal terminal, CliTexts texts, TimeProvider clock)
{
    public async Task<int> RunAsync(ServeRequest request, CancellationToken stop)
    {
        await using var database = request.Place.Open();
        var (read, exitCode) = ServiceSettings.Read(
            terminal,
            texts,
            () => new WebServiceOptions
            {
                Url = request.Url,
                Database = database,
                DataFolder = request.Place.Folder,
                PublicAddress = request.Address,
                Executes = request.Executes,
                JobEngine = JobEngines.Find(request.Jobs ?? ServiceSettings.Jobs()),
                Mail = ServiceSettings.Mail(),
                OpenId = ServiceSettings.OpenId(),
                Api = ServiceSettings.Api(),
                Webhooks = ServiceSettings.Webhooks(),
                Sms = ServiceSettings.Sms(),
                Proxies = ServiceSettings.Proxies(),
                Telemetry = ServiceSettings.Telemetry(),
                LogsJson = request.LogsJson,
                ClockSettings = ServiceSettings.Clock(),
                Clock = clock,
            });
        if (read is not { } options)
        {
            return exitCode;
        }

        await using var app = WebService.Build(options);
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException failure)
        {
            terminal.Messages.WriteLine(texts["serve.cannot-listen", request.Url, failure.Message]);
            return ExitCode.CannotWrite;
        }

        await WelcomeAsync(app, request, app.Lifetime.ApplicationStopping);
        await app.WaitForShutdownAsync(stop);
        return ExitCode.Success;
    }

    private async Task WelcomeAsync(WebApplication app, ServeRequest request, CancellationToken stop)
    {
        try
        {
            var address = app.Services.GetRequiredService<ServiceAddress>();
            Say(texts["serve.starting", address.Of("/")]);
            await app.Services.GetRequiredService<Readiness>().WaitAsync(stop);
            if (request.IsDemo && ScenarioLocator.OfProcess().Find(SearchLine.DefaultScenario) is { } scenario)
            {
                await app.Services.GetRequiredService<DemoStart>().RunAsync(scenario, stop);
            }

            Say(texts["serve.ready", address.Of("/")]);
            if (await app.Services.GetRequiredService<FirstAdministrator>().LinkAsync(request.Admin, request.IsDemo, stop) is { } token)
            {
                Say(texts["serve.link", address.Of($"/lien/{token}")]);
            }

            Say(texts["serve.stop"]);
        }
        catch (OperationCanceledException)
        {
            // Stopped while it was starting.
        }
    }

    // Not wrapped, so that a link can be clicked or copied.
    private void Say(string line)
    {
        terminal.Output.Profile.Out.Writer.WriteLine(line);
        terminal.Output.Profile.Out.Writer.Flush();
    }
}
