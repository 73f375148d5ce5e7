using Spectre.Console;
using StaffPool.Cli.Terminals;
using StaffPool.Domain.Rules;

namespace StaffPool.Cli.Planning;

/// <summary>
/// What the checker found, blocking violations first, gathered by rule so that its reference is cited once; the same
/// sentence is said once, with its count.
/// </summary>
internal sealed class CheckerReport(IAnsiConsole console, CliTexts texts)
{
    // Of what only warns: a soft limit crossed thirty times must not push the result off the screen.
    private const int WarningsShownPerRule = 5;

    /// <param name="violations">Blocking ones are always shown, all of them.</param>
    /// <param name="allWarnings">Where the check is what was asked for, and no file holds the rest.</param>
    public void Write(IReadOnlyList<Violation> violations, bool allWarnings)
    {
        if (violations.Count == 0)
        {
            console.WriteLine(texts["checker.clean"]);
        }

        Write(violations, Severity.Blocking, "checker.blocking", Tables.Bad, int.MaxValue);
        Write(violations, Severity.Warning, "checker.warnings", Tables.Doubtful, allWarnings ? int.MaxValue : WarningsShownPerRule);
    }

    private void Write(IReadOnlyList<Violation> violations, Severity severity, string title, Style style, int shownPerRule)
    {
        var rules = violations
            .Where(v => v.Severity == severity)
            .GroupBy(v => (v.Code, v.Reference?.Citation))
            .Select(rule => (rule.Key.Citation, Sentences: rule.GroupBy(v => v.Message.In(texts.Culture)).ToList()))
            .ToList();
        if (rules.Count == 0)
        {
            return;
        }

        console.Write(new Text(texts.Count(title, rules.Sum(r => r.Sentences.Count)) + "\n", style));
        foreach (var (citation, sentences) in rules)
        {
            foreach (var same in sentences.Take(shownPerRule))
            {
                Tables.WriteLine(console, 2, same.Count() == 1 ? same.Key : texts["checker.times", same.Key, same.Count()]);
            }

            if (sentences.Count > shownPerRule)
            {
                Tables.WriteLine(console, 2, texts.Count("checker.more", sentences.Count - shownPerRule));
            }

            if (citation is not null)
            {
                Tables.WriteLine(console, 2, $"  [{citation}]", Tables.Faint);
            }
        }
    }
}
