using System.CommandLine;
using System.CommandLine.Parsing;

namespace StaffPool.Cli.Commands;

/// <summary>What is wrong with a command line, in our words and language instead of System.CommandLine's.</summary>
internal static class UsageErrors
{
    // Two slips of the finger are still a slip; beyond, a suggestion would be a guess.
    private const int FarthestSlip = 2;

    public static IReadOnlyList<string> Of(ParseResult result, CliTexts texts)
    {
        var unknown = UnknownTokens(result).Select(token => Unknown(token, result, texts));
        var others = result.Errors.Where(e => !IsAboutUnmatched(e, result)).Select(e => Message(e, texts));
        return [.. unknown.Concat(others).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// An option that does not exist is taken for an argument where one is free, and what follows it is then left
    /// over: where there are such options, they alone are the mistake.
    /// </summary>
    private static List<string> UnknownTokens(ParseResult result)
    {
        var tokens = result.CommandResult.Command.Arguments
            .Select(result.GetResult)
            .OfType<ArgumentResult>()
            .SelectMany(a => a.Tokens.Select(t => t.Value).Where(IsLikeAnOption))
            .Concat(result.UnmatchedTokens)
            .ToList();
        var options = tokens.Where(IsLikeAnOption).ToList();
        return options.Count > 0 ? options : tokens;
    }

    private static bool IsLikeAnOption(string token) => token.StartsWith('-');

    private static bool IsAboutUnmatched(ParseError error, ParseResult result) =>
        error.SymbolResult is CommandResult && result.UnmatchedTokens.Any(t => error.Message.Contains(t, StringComparison.Ordinal));

    private static string Message(ParseError error, CliTexts texts) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option => texts["usage.value-missing", option.Option.Name],
        OptionResult { Tokens.Count: > 1 } option => texts["usage.given-twice", option.Option.Name],
        ArgumentResult { Tokens.Count: 0 } argument => texts["usage.argument-missing", argument.Argument.HelpName],
        CommandResult command when command.Command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0) is { } argument =>
            texts["usage.argument-missing", argument.HelpName],
        _ => error.Message,
    };

    private static string Unknown(string token, ParseResult result, CliTexts texts)
    {
        var command = result.CommandResult.Command;
        var known = command.Subcommands.Select(c => c.Name)
            .Concat(command.Options.SelectMany(o => o.Aliases.Prepend(o.Name)))
            .Append("--lang");
        var nearest = known
            .Select(name => (Name: name, Slips: Slips(token, name)))
            .Where(n => n.Slips <= FarthestSlip && n.Slips < n.Name.TrimStart('-').Length)
            .OrderBy(n => n.Slips)
            .FirstOrDefault();
        return nearest.Name is null ? texts["usage.unknown", token] : texts["usage.unknown.near", token, nearest.Name];
    }

    /// <summary>Levenshtein distance.</summary>
    private static int Slips(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[b.Length];
    }
}
