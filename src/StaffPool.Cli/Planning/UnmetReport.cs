using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Domain.Planning;

namespace StaffPool.Cli.Planning;

/// <summary>The needs that the plan does not serve, and the sites that lie beyond the radius.</summary>
internal sealed class UnmetReport(IAnsiConsole console, CliTexts texts)
{
    // A screen's worth; the CSV table has them all.
    private const int Shown = 25;

    public void Write(AllocationProblem problem, AllocationPlan plan)
    {
        Tables.WriteTitle(console, texts["unmet.title"]);
        var unmet = UnmetNeeds.Of(problem, plan);
        if (unmet.Count == 0)
        {
            console.WriteLine(texts["unmet.none"]);
        }
        else
        {
            WriteTable(unmet);
        }

        WriteBeyondRadius(problem, plan);
    }

    private void WriteTable(IReadOnlyList<NeedServed> unmet)
    {
        var table = Tables.New()
            .AddColumn(Tables.Words(texts["unmet.site"]))
            .AddColumn(Tables.Words(texts["needs.profession"]))
            .AddColumn(Tables.Figures(texts["needs.asked"]))
            .AddColumn(Tables.Figures(texts["needs.unmet"]))
            .AddColumn(Tables.Figures(texts["needs.share"]));
        foreach (var line in unmet.Take(Shown))
        {
            var need = line.Demand.Need;
            table.AddRow(
                new Text(need.Site.Name),
                new Text(need.IsPriority ? $"{need.Profession.Name} ({texts["unmet.priority"]})" : need.Profession.Name),
                new Text(line.Asked.ToString("#,0", texts.Culture)),
                new Text(line.Unmet.ToString("#,0", texts.Culture)),
                Tables.Share(console, line.Share, texts));
        }

        console.Write(table);
        if (unmet.Count > Shown)
        {
            console.WriteLine(texts.Count("unmet.more", unmet.Count - Shown));
        }
    }

    private void WriteBeyondRadius(AllocationProblem problem, AllocationPlan plan)
    {
        var sites = SiteBeyondRadius.All(problem, plan).Where(s => s.HalfDays > 0).ToList();
        if (sites.Count == 0)
        {
            return;
        }

        console.WriteLine(texts["radius.title", problem.DistanceFromSeat.Kilometres, problem.Seat.Name]);
        foreach (var beyond in sites)
        {
            Tables.WriteLine(console, 2, texts["radius.site", beyond.Site.Name, beyond.FromSeat.Kilometres, beyond.HalfDays]);
        }
    }
}
