using System.CommandLine;

namespace StaffPool.Cli.Commands;

/// <summary><c>jobs</c>, <c>jobs retry</c> and <c>jobs cancel</c> on the command line.</summary>
internal sealed class JobsLine
{
    private readonly Argument<Guid> run;
    private readonly Option<bool> json;
    private readonly DatabaseOptions database;

    public JobsLine(CliTexts texts, DatabaseOptions database)
    {
        this.database = database;
        run = new("run")
        {
            Description = texts["argument.run"],
            HelpName = texts["help.value.run"],
            CustomParser = result =>
            {
                if (!Guid.TryParse(result.Tokens[0].Value, out var id))
                {
                    result.AddError(texts["usage.run", result.Tokens[0].Value]);
                }

                return id;
            },
        };
        json = ValuedOption.Flag(texts, "json", key: "json.jobs");
        Retry = new Command("retry", texts["jobs.retry.description"]) { run };
        Cancel = new Command("cancel", texts["jobs.cancel.description"]) { run };
        Command = new Command("jobs", texts["jobs.description"]) { Retry, Cancel };
        Command.Options.Add(json);
        foreach (var (command, option) in from c in (Command[])[Command, Retry, Cancel] from o in database.Options select (c, o))
        {
            command.Options.Add(option);
        }
    }

    public Command Command { get; }

    public Command Retry { get; }

    public Command Cancel { get; }

    public DatabasePlace PlaceOf(ParseResult result) => database.PlaceOf(result);

    public Guid RunOf(ParseResult result) => result.GetRequiredValue(run);

    public bool IsJson(ParseResult result) => result.GetValue(json);
}
