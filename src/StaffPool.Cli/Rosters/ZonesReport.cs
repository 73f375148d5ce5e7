using Spectre.Console;
using StaffPool.Application.Rosters;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Rosters;

namespace StaffPool.Cli.Rosters;

/// <summary>How to cut a territory into zones, what each site pays, and why.</summary>
internal sealed class ZonesReport(IAnsiConsole console, CliTexts texts)
{
    public void Write(RotaFile rota, ZonesAdvised advised)
    {
        var advice = advised.Advice;
        Tables.WriteTitle(console, texts["zones.title", rota.Zone.Name, rota.Zone.Sites.Count, rota.Zone.Residents]);
        var table = Tables.New();
        table.AddColumn(Tables.Words(texts["zones.column.sites"]));
        foreach (var column in (string[])["residents", "widest", "lines", "nurses", "cost", "per-resident"])
        {
            table.AddColumn(Tables.Figures(texts[$"zones.column.{column}"]));
        }

        foreach (var zone in advice.Zones)
        {
            table.AddRow(
                string.Join(", ", zone.Shares().Select(s => texts["zones.share", s.Site.Name, s.Cents / 100m])),
                texts["roster.figure", zone.Residents],
                texts["zones.minutes", zone.WidestMinutes],
                texts["roster.figure", zone.Lines],
                texts["roster.figure", zone.Nurses],
                texts["zones.euros", zone.CostCents / 100m],
                texts["zones.euros", zone.Residents == 0 ? 0 : zone.CostCents / 100m / zone.Residents]);
        }

        console.Write(table);
        console.WriteLine(texts["zones.total", advice.CostCents / 100m, advice.BoundCents / 100m]);
        console.WriteLine(texts[advice.IsProven ? "zones.proven" : advice.IsExact ? "zones.open" : "zones.sampled", advice.Groups]);
        foreach (var lonely in advice.Alone)
        {
            console.WriteLine(lonely.Neighbour is null
                ? texts["zones.alone.unknown", lonely.Site.Name]
                : texts[lonely.Minutes > rota.Terms.MostMinutesBetweenSites ? "zones.alone.far" : "zones.alone.dear", lonely.Site.Name, lonely.Neighbour.Name, lonely.Minutes, rota.Terms.MostMinutesBetweenSites]);
        }

        foreach (var (change, cost) in advised.Alternatives)
        {
            console.WriteLine(texts[$"zones.if.{change.Kind}", change.Value, cost / 100m, (cost - advice.CostCents) / 100m]);
        }
    }
}
