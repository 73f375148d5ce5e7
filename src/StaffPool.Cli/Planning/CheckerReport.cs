using Spectre.Console;
using StaffPool.Cli.Terminals;
using StaffPool.Domain.Rules;

namespace StaffPool.Cli.Planning;

/// <summary>What the checker found, blocking violations first; the same sentence is said once, with its count.</summary>
internal sealed class CheckerReport(IAnsiConsole console, CliTexts texts)
{
    public void Write(IReadOnlyList<Violation> violations)
    {
        if (violations.Count == 0)
        {
            console.WriteLine(texts["checker.clean"]);
        }

        Write(violations, Severity.Blocking, "checker.blocking", Tables.Bad);
        Write(violations, Severity.Warning, "checker.warnings", Tables.Doubtful);
    }

    private void Write(IReadOnlyList<Violation> violations, Severity severity, string title, Style style)
    {
        var sentences = violations
            .Where(v => v.Severity == severity)
            .GroupBy(v => (Message: v.Message.In(texts.Culture), v.Reference?.Citation))
            .ToList();
        if (sentences.Count == 0)
        {
            return;
        }

        console.Write(new Text(texts.Count(title, sentences.Count) + "\n", style));
        foreach (var same in sentences)
        {
            var message = same.Count() == 1 ? same.Key.Message : texts["checker.times", same.Key.Message, same.Count()];
            var line = new Paragraph(message);
            if (same.Key.Citation is { } citation)
            {
                line.Append($" [{citation}]", Tables.Faint);
            }

            console.Write(new Padder(line).Padding(2, 0, 0, 0));
        }
    }
}
