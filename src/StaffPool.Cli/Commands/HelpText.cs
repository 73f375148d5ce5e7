using System.CommandLine;
using System.CommandLine.Invocation;

namespace StaffPool.Cli.Commands;

/// <summary>The help page; System.CommandLine's own cannot be had in our words.</summary>
internal sealed class HelpText(CliTexts texts) : SynchronousCommandLineAction
{
    private const int Indent = 2;
    private const int Gap = 2;
    private const int Width = 100;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output);
        return ExitCode.Success;
    }

    public void Write(Command command, TextWriter output)
    {
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine($"{texts["help.usage"]} {UsageOf(command)}");
        Section(output, "help.commands", command.Subcommands.Select(c => (UsageName(c), c.Description)));
        Section(output, "help.arguments", command.Arguments.Select(a => (a.HelpName!, a.Description)));
        var inherited = command.Parents.OfType<Command>().SelectMany(p => p.Options).Where(o => o.Recursive);
        Section(output, "help.options", command.Options.Concat(inherited).Select(o => (UsageName(o), o.Description)));
        Section(
            output,
            "help.exit-codes",
            ExitCode.All.Select(code => (code.ToString(texts.Culture), (string?)texts[FormattableString.Invariant($"help.exit.{code}")])));
    }

    private string UsageOf(Command command)
    {
        var words = new List<string> { "staffpool" };
        if (command is RootCommand)
        {
            words.Add($"<{texts["help.command"]}>");
        }
        else
        {
            words.AddRange(PathOf(command));
            words.AddRange(command.Arguments.Select(a => a.Arity.MinimumNumberOfValues == 0 ? $"[{a.HelpName}]" : a.HelpName!));
        }

        words.Add($"[{texts["help.any-options"]}]");
        return string.Join(' ', words);
    }

    /// <summary>A command as it is called: <c>audit verify</c>.</summary>
    public static IEnumerable<string> PathOf(Command command) =>
        command.Parents.OfType<Command>().Where(p => p is not RootCommand).SelectMany(PathOf).Append(command.Name);

    private static string UsageName(Command command) =>
        string.Join(' ', command.Arguments.Select(a => a.Arity.MinimumNumberOfValues == 0 ? $"[{a.HelpName}]" : a.HelpName).Prepend(command.Name));

    private static string UsageName(Option option)
    {
        var names = string.Join(", ", option.Aliases.Prepend(option.Name));
        return option.HelpName is { } value ? $"{names} {value}" : names;
    }

    private void Section(TextWriter output, string title, IEnumerable<(string Name, string? Meaning)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(texts[title]);
        var column = list.Max(r => r.Name.Length) + Indent + Gap;
        foreach (var (name, meaning) in list)
        {
            var lines = Wrap(meaning ?? "", Width - column);
            output.WriteLine((new string(' ', Indent) + name).PadRight(column) + lines[0]);
            foreach (var line in lines.Skip(1))
            {
                output.WriteLine(new string(' ', column) + line);
            }
        }
    }

    private static List<string> Wrap(string text, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > width)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            }
        }

        return lines;
    }
}
