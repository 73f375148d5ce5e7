using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Domain.Workforce;

namespace StaffPool.Cli.Planning;

/// <summary>Explanations as short paragraphs and lists.</summary>
internal sealed class ExplanationReport(IAnsiConsole console, CliTexts texts)
{
    // A screen or two: the files have the others.
    private const int Shown = 5;

    private readonly ExplanationSentences sentences = new(texts.Culture);

    /// <summary>All that was explained.</summary>
    public void Write(PlanExplanation explanation) => Write(explanation, "explain.others");

    /// <summary>The largest needs, below a plan whose files hold the others.</summary>
    public void WriteLargest(PlanExplanation explanation) =>
        Write(explanation with { Needs = [.. explanation.Needs.Take(Shown)] }, "explain.others.in-files");

    private void Write(PlanExplanation explanation, string sentenceOnOthers)
    {
        if (explanation.Needs.Count == 0)
        {
            console.WriteLine(texts["unmet.none"]);
        }

        HashSet<Profession> professions = [];
        foreach (var explained in explanation.Needs)
        {
            Tables.WriteTitle(console, sentences.Title(explained.Need));
            console.Write(new Text(sentences.Missing(explained.Need) + "\n", Tables.Strong));
            foreach (var part in sentences.Of(explained, !professions.Add(explained.Need.Demand.Need.Profession)).Parts)
            {
                Write(part);
            }
        }

        if (explanation.Rules is { } rules)
        {
            var part = sentences.Rules(rules);
            Tables.WriteTitle(console, part.Title);
            WriteBody(part);
        }

        var others = explanation.Unmet - explanation.Needs.Count(n => n.Need.Unmet > 0);
        if (others > 0)
        {
            console.WriteLine();
            console.Write(new Text(texts.Count(sentenceOnOthers, others) + "\n", Tables.Faint));
        }
    }

    private void Write(ExplanationPart part)
    {
        console.WriteLine();
        console.Write(new Text(part.Title + "\n", Tables.Strong));
        WriteBody(part);
    }

    private void WriteBody(ExplanationPart part)
    {
        foreach (var paragraph in part.Paragraphs)
        {
            console.WriteLine(paragraph);
        }

        foreach (var point in part.Points)
        {
            var line = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(1)).AddColumn(new GridColumn().PadRight(0));
            console.Write(line.AddRow(new Text("-"), new Text(point)));
        }
    }
}
