using Spectre.Console;
using StaffPool.Application.Access;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Data;
using StaffPool.Documents.Scenarios.Rows;
using StaffPool.Domain.Geography;

namespace StaffPool.Cli.Operations;

/// <summary><c>staffpool import</c>: the grouping of a scenario into the service, with a link for its administrator.</summary>
internal sealed class ImportCommand(InputFiles inputs, Terminal terminal, CliTexts texts, TimeProvider clock)
{
    public async Task<int> RunAsync(ImportRequest request, CancellationToken stop) =>
        inputs.Read(request.Scenario) is not (var scenario, var path)
            ? ExitCode.InvalidInput
            : await new OpenDatabase(terminal, texts).RunAsync(request.Place, mayBeNew: true, database => ImportAsync(database, scenario.Name, path, request.Admin, stop));

    private async Task<int> ImportAsync(ServiceDatabase database, string code, string path, string admin, CancellationToken stop)
    {
        await database.MigrateAsync(stop);
        try
        {
            await new GroupingImport(database, new ScenarioFormat(CommuneDirectory.France), clock)
                .AddAsync(await File.ReadAllBytesAsync(path, stop), code, FirstAdministrator.ServiceName, stop);
        }
        catch (RefusedException refused)
        {
            foreach (var reason in refused.Reasons)
            {
                terminal.Messages.WriteLine(reason.Message.In(texts.Culture));
            }

            return ExitCode.InvalidInput;
        }

        var administrators = new FirstAdministrator(database, new UserAccounts(database, clock), new SignInLinks(database, clock), clock);
        var token = await administrators.LinkAsync(admin, always: true, stop);
        terminal.Output.Write(new Text(texts["import.done", code, database.Description] + "\n", Tables.Good));
        // Not wrapped, so that it can be copied.
        terminal.Output.Profile.Out.Writer.WriteLine(texts["import.link", admin, $"/lien/{token}"]);
        return ExitCode.Success;
    }
}
