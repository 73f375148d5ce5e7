using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Domain.Planning;

namespace StaffPool.Cli.Planning;

/// <summary>Needs against served, per member and per profession, each with its bar.</summary>
internal sealed class NeedsReport(IAnsiConsole console, CliTexts texts)
{
    public void Write(AllocationProblem problem, AllocationPlan plan)
    {
        var whole = NeedsServedByGroup.Whole(problem, plan) with { Name = texts["needs.whole"] };
        Write("needs.by-member", "needs.member", NeedsServedByGroup.ByMember(problem, plan), whole);
        Write("needs.by-profession", "needs.profession", NeedsServedByGroup.ByProfession(problem, plan), whole);
    }

    private void Write(string title, string first, IReadOnlyList<NeedsServedByGroup> lines, NeedsServedByGroup whole)
    {
        var table = Tables.New()
            .AddColumn(Tables.Words(texts[first]))
            .AddColumn(Tables.Figures(texts["needs.asked"]))
            .AddColumn(Tables.Figures(texts["needs.served"]))
            .AddColumn(Tables.Figures(texts["needs.unmet"]))
            .AddColumn(Tables.Figures(texts["needs.share"]));
        foreach (var line in lines.Where(l => l.Asked > 0 || l.Served > 0))
        {
            table.AddRow(Cells(line, Style.Plain));
        }

        table.AddEmptyRow();
        table.AddRow(Cells(whole, Tables.Strong));
        Tables.WriteTitle(console, texts[title]);
        console.Write(table);
    }

    private Text[] Cells(NeedsServedByGroup line, Style style) =>
    [
        new(line.Name, style),
        new(Number(line.Asked), style),
        new(Number(line.Served), style),
        new(line.Unmet == 0 ? "" : Number(line.Unmet), style),
        Tables.Share(console, line.Share, texts),
    ];

    private string Number(int value) => value.ToString("#,0", texts.Culture);
}
