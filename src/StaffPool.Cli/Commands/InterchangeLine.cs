using System.CommandLine;

namespace StaffPool.Cli.Commands;

/// <summary><c>import-table</c> and <c>export</c> on the command line.</summary>
internal sealed class InterchangeLine
{
    private readonly Argument<string> grouping;
    private readonly Argument<string> file;
    private readonly Argument<string> target;
    private readonly Option<bool> dryRun;
    private readonly DatabaseOptions database;

    public InterchangeLine(CliTexts texts, DatabaseOptions database)
    {
        this.database = database;
        grouping = new("grouping") { Description = texts["argument.grouping"], HelpName = texts["help.value.grouping"] };
        file = new("file") { Description = texts["argument.table"], HelpName = texts["help.value.table"] };
        target = new("file") { Description = texts["argument.export"], HelpName = texts["help.value.table"] };
        dryRun = ValuedOption.Flag(texts, "dry-run");
        ImportTable = new Command("import-table", texts["import-table.description"]) { grouping, file, dryRun };
        Export = new Command("export", texts["export.description"]) { grouping, target };
        foreach (var (command, option) in from c in Commands from o in database.Options select (c, o))
        {
            command.Options.Add(option);
        }
    }

    public Command ImportTable { get; }

    public Command Export { get; }

    public IEnumerable<Command> Commands => [ImportTable, Export];

    public TableRequest ImportRequestOf(ParseResult result) => new(
        database.PlaceOf(result), result.GetRequiredValue(grouping), result.GetRequiredValue(file), result.GetValue(dryRun));

    public TableRequest ExportRequestOf(ParseResult result) =>
        new(database.PlaceOf(result), result.GetRequiredValue(grouping), result.GetRequiredValue(target), IsDry: false);
}

/// <param name="Place">Where the data of the service are.</param>
/// <param name="Grouping">Code of the grouping.</param>
/// <param name="File">To read or to write.</param>
/// <param name="IsDry">Whether only to show what would change.</param>
internal sealed record TableRequest(DatabasePlace Place, string Grouping, string File, bool IsDry);
