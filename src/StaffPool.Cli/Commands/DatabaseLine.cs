using System.CommandLine;

namespace StaffPool.Cli.Commands;

/// <summary><c>migrate</c>, <c>backup</c>, <c>restore</c>, <c>verify</c> and <c>audit verify</c> on the command line.</summary>
internal sealed class DatabaseLine
{
    private readonly DatabaseOptions database;
    private readonly Argument<string> file;
    private readonly Option<bool> force;
    private readonly Option<string[]> expect;

    public DatabaseLine(CliTexts texts, DatabaseOptions database)
    {
        this.database = database;
        file = new("file") { Description = texts["argument.backup"], HelpName = texts["help.value.backup"] };
        force = ValuedOption.Flag(texts, "force");
        expect = ValuedOption.Repeated(texts, "expect");
        Migrate = new Command("migrate", texts["migrate.description"]);
        Backup = new Command("backup", texts["backup.description"]) { file };
        Restore = new Command("restore", texts["restore.description"]) { file, force };
        Verify = new Command("verify", texts["verify.description"]);
        AuditVerify = new Command("verify", texts["audit.verify.description"]) { expect };
        Audit = new Command("audit", texts["audit.description"]) { AuditVerify };
        foreach (var (command, option) in from c in (Command[])[Migrate, Backup, Restore, Verify, AuditVerify] from o in database.Options select (c, o))
        {
            command.Options.Add(option);
        }
    }

    public Command Migrate { get; }

    public Command Backup { get; }

    public Command Restore { get; }

    public Command Verify { get; }

    public Command Audit { get; }

    public Command AuditVerify { get; }

    public IEnumerable<Command> Commands => [Migrate, Backup, Restore, Verify, Audit];

    public DatabasePlace PlaceOf(ParseResult result) => database.PlaceOf(result);

    public string FileOf(ParseResult result) => result.GetRequiredValue(file);

    public bool IsForced(ParseResult result) => result.GetValue(force);

    public IReadOnlyList<string> ExpectedOf(ParseResult result) => result.GetValue(expect) ?? [];
}
