using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Domain.Planning;

namespace StaffPool.Cli.Planning;

/// <summary>Two plans side by side: what is gained or lost on each aim, for each member and profession.</summary>
internal sealed class ComparisonReport(IAnsiConsole console, CliTexts texts)
{
    /// <param name="comparison">What changes.</param>
    /// <param name="showPeople">Cell by cell too; of no use where both plans were made afresh.</param>
    public void Write(PlanComparison comparison, bool showPeople)
    {
        if (showPeople)
        {
            Tables.WriteTitle(console, texts["compare.people"]);
            new PeopleChangesReport(console, texts).Write(comparison);
        }

        WriteAims(comparison);
        WriteGroups("compare.members", "needs.member", comparison.Members, comparison.Whole);
        WriteGroups("compare.professions", "needs.profession", comparison.Professions, comparison.Whole);
        console.WriteLine();
        console.Write(new Text(Verdict(comparison) + "\n", Tables.Strong));
    }

    private void WriteAims(PlanComparison comparison)
    {
        var table = Tables.New()
            .AddColumn(Tables.Words(texts["objectives.objective"]))
            .AddColumn(Tables.Figures(texts["compare.before"]))
            .AddColumn(Tables.Figures(texts["compare.after"]))
            .AddColumn(Tables.Figures(texts["compare.change"]));
        foreach (var aim in comparison.Aims.Where(a => a.Before != 0 || a.After != 0))
        {
            var unit = aim.Objective.Unit;
            table.AddRow(
                new Text(ObjectiveTexts.Name(aim.Objective, texts.Culture)),
                new Text(ObjectiveTexts.Amount(aim.Before, unit, texts.Culture)),
                new Text(ObjectiveTexts.Amount(aim.After, unit, texts.Culture)),
                aim.Change == 0
                    ? new Text("=", Tables.Faint)
                    : new Text(texts[
                        aim.Change < 0 ? "compare.better" : "compare.worse",
                        ObjectiveTexts.Amount(Math.Abs(aim.Change), unit, texts.Culture)], aim.Change < 0 ? Tables.Good : Tables.Doubtful));
        }

        Tables.WriteTitle(console, texts["compare.aims"]);
        console.Write(table);
    }

    private void WriteGroups(string title, string first, IReadOnlyList<ServedChange> groups, ServedChange whole)
    {
        Tables.WriteTitle(console, texts[title]);
        var changed = groups.Where(g => !g.IsSame).ToList();
        if (changed.Count == 0)
        {
            console.WriteLine(texts["compare.same"]);
            return;
        }

        var table = Tables.New()
            .AddColumn(Tables.Words(texts[first]))
            .AddColumn(Tables.Figures(texts["needs.asked"]))
            .AddColumn(Tables.Figures(texts["compare.served-before"]))
            .AddColumn(Tables.Figures(texts["compare.served-after"]))
            .AddColumn(Tables.Figures(texts["compare.change"]))
            .AddColumn(Tables.Figures(texts["needs.share"]));
        foreach (var group in changed)
        {
            table.AddRow(Cells(group, group.Name, Style.Plain));
        }

        table.AddEmptyRow();
        table.AddRow(Cells(whole, texts["needs.whole"], Tables.Strong));
        console.Write(table);
        var same = groups.Count(g => g.IsSame && g.After.Asked > 0);
        if (same > 0)
        {
            console.WriteLine(texts.Count("compare.others", same));
        }
    }

    private Text[] Cells(ServedChange group, string name, Style style) =>
    [
        new(name, style),
        new(group.Before.Asked == group.After.Asked
            ? Number(group.After.Asked)
            : texts["compare.asked", group.Before.Asked, group.After.Asked], style),
        new(Number(group.Before.Served), style),
        new(Number(group.After.Served), style),
        new(group.Served == 0 ? "=" : group.Served.ToString("+#,0;−#,0", texts.Culture), group.Served < 0 ? Tables.Doubtful : group.Served > 0 ? Tables.Good : Tables.Faint),
        new(texts.Percent(group.After.Share), style),
    ];

    private string Verdict(PlanComparison comparison)
    {
        var whole = comparison.Whole;
        var travel = comparison.Aims.First(a => a.Objective == AllocationObjectives.Travel).Change / 1000m;
        var served = whole.Served == 0
            ? texts["compare.verdict.same", whole.After.Served, whole.After.Asked]
            : texts.Count(
                whole.Served > 0 ? "compare.verdict.more" : "compare.verdict.less",
                Math.Abs(whole.Served), whole.Before.Served, whole.After.Served, whole.After.Asked, whole.After.Unmet);
        var road = decimal.Round(travel) == 0 ? texts["compare.verdict.same-km"] : texts["change.km", travel];
        return texts["compare.verdict", served, road];
    }

    private string Number(int value) => value.ToString("#,0", texts.Culture);
}
