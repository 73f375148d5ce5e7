using System.CommandLine;

namespace StaffPool.Cli.Commands;

/// <summary><c>compare A.json B.json</c> on the command line.</summary>
internal sealed class CompareLine
{
    private readonly Argument<string> before;
    private readonly Argument<string> after;
    private readonly Option<string?> scenario;
    private readonly Option<bool> json;

    public CompareLine(CliTexts texts)
    {
        before = new("before") { Description = texts["argument.before"], HelpName = texts["help.value.before"] };
        after = new("after") { Description = texts["argument.after"], HelpName = texts["help.value.after"] };
        scenario = ValuedOption.Path(texts, "scenario");
        json = ValuedOption.Flag(texts, "json", key: "json.compare");
        Command = new Command("compare", texts["compare.description"]) { before, after, scenario, json };
    }

    public Command Command { get; }

    public CompareRequest RequestOf(ParseResult result) => new(
        result.GetRequiredValue(before), result.GetRequiredValue(after), result.GetValue(scenario), result.GetValue(json));
}

/// <param name="Before">Former plan file.</param>
/// <param name="After">New plan file.</param>
/// <param name="Scenario">Folder, file or name; null for those that the files name.</param>
/// <param name="Json">Only the document on the standard output.</param>
internal sealed record CompareRequest(string Before, string After, string? Scenario, bool Json);
