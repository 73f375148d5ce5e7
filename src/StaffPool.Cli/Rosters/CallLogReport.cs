using Spectre.Console;
using StaffPool.Cli.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Rosters;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rosters.OnCall;
using StaffPool.Domain.Rules;

namespace StaffPool.Cli.Rosters;

/// <summary>The log of calls in figures, by site, and the rest that each called nurse is owed.</summary>
internal sealed class CallLogReport(IAnsiConsole console, CliTexts texts)
{
    public void Write(RotaFile rota, IReadOnlyList<Violation> violations)
    {
        Tables.WriteTitle(console, texts["log.title", rota.Zone.Name, rota.Calls.Count]);
        var table = Tables.New();
        table.AddColumn(Tables.Words(texts["log.column.site"]));
        foreach (var column in (string[])["calls", "interventions", "avoided", "hospitalised", "hours", "arrival"])
        {
            table.AddColumn(Tables.Figures(texts[$"log.column.{column}"]));
        }

        foreach (var figures in CallLog.FiguresOf(rota.Zone, rota.Calls))
        {
            table.AddRow(
                figures.Name,
                texts["roster.figure", figures.Calls],
                texts["roster.figure", figures.Interventions],
                texts["roster.figure", figures.HospitalisationsAvoided],
                texts["roster.figure", figures.Hospitalised],
                texts["roster.figure", decimal.Round(figures.WorkMinutes / 60m, 1)],
                figures.ArrivalMinutes is { } minutes ? texts["zones.minutes", minutes] : texts["bench.not-reached"]);
        }

        console.Write(table);
        foreach (var nurse in rota.Nurses)
        {
            foreach (var night in rota.Calls.Where(c => c.Nurse == nurse.Person.Id).GroupBy(c => ParisTime.DayOf(c.At.AddHours(-12))))
            {
                if (CallLog.EarliestNextWork(nurse.Person.Contract.Limits, night) is { } next)
                {
                    console.WriteLine(texts["log.rest", nurse.Person.Name, night.Key, night.Count(), ParisTime.Of(next)]);
                }
            }
        }

        console.WriteLine(texts["log.privacy"]);
        if (violations.Count > 0)
        {
            new CheckerReport(console, texts).Write(violations, allWarnings: true);
        }
    }
}
