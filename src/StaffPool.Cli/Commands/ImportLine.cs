using System.CommandLine;
using StaffPool.Application.Access;

namespace StaffPool.Cli.Commands;

/// <summary><c>import</c> on the command line.</summary>
internal sealed class ImportLine
{
    private readonly Argument<string> scenario;
    private readonly Option<string> admin;
    private readonly DatabaseOptions database;

    public ImportLine(CliTexts texts, DatabaseOptions database)
    {
        this.database = database;
        scenario = new("scenario") { Description = texts["argument.scenario.required"], HelpName = texts["help.value.scenario"] };
        admin = AdminOption(texts);
        Command = new Command("import", texts["import.description"]) { scenario, admin };
        foreach (var option in database.Options)
        {
            Command.Options.Add(option);
        }
    }

    public Command Command { get; }

    public ImportRequest RequestOf(ParseResult result) =>
        new(result.GetRequiredValue(scenario), database.PlaceOf(result), result.GetRequiredValue(admin));

    /// <summary>Who administers what is new: the same for <c>serve</c>.</summary>
    public static Option<string> AdminOption(CliTexts texts) =>
        ValuedOption.Of(texts, "admin", FirstAdministrator.DefaultEmail, text => text.Contains('@', StringComparison.Ordinal) ? text : null);
}

/// <param name="Scenario">Folder, file or name.</param>
/// <param name="Place">Where the data of the service are.</param>
/// <param name="Admin">E-mail address of the administrator of the grouping.</param>
internal sealed record ImportRequest(string Scenario, DatabasePlace Place, string Admin);
