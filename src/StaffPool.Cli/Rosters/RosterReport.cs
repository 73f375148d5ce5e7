using Spectre.Console;
using StaffPool.Cli.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Domain.Rosters;
using StaffPool.Solver.Rosters;

namespace StaffPool.Cli.Rosters;

/// <summary>A roster as tables: how good on each aim, who has how much, what the checker says.</summary>
internal sealed class RosterReport(IAnsiConsole console, CliTexts texts)
{
    public void Write(RosterResult result)
    {
        var problem = result.Problem;
        Tables.WriteTitle(console, texts["roster.title", problem.Name, problem.People.Count, problem.Tasks.Sum(t => t.Required), problem.Period.Start, problem.Period.End]);
        WriteLevels(result);
        WritePeople(result);
        console.WriteLine();
        Tables.WriteTitle(console, texts["checker.title"]);
        new CheckerReport(console, texts).Write(result.Violations, allWarnings: false);
        console.WriteLine();
        console.WriteLine(texts["roster.run", texts.Duration(result.FirstRoster), texts.Duration(result.Elapsed), string.Join(", ", result.Engines)]);
        foreach (var incident in result.Incidents)
        {
            console.WriteLine(texts["roster.incident", incident.Engine, incident.Kind, incident.Detail]);
        }
    }

    private void WriteLevels(RosterResult result)
    {
        var table = Tables.New();
        table.AddColumn(Tables.Words(texts["roster.column.aim"]));
        table.AddColumn(Tables.Figures(texts["roster.column.value"]));
        table.AddColumn(Tables.Figures(texts["roster.column.bound"]));
        table.AddColumn(Tables.Figures(texts["roster.column.gap"]));
        foreach (var level in result.Levels)
        {
            table.AddRow(
                texts[$"roster.aim.{level.Aim}"],
                texts["roster.figure", level.Value],
                texts["roster.figure", level.Bound],
                level.IsProven ? texts["roster.proven"] : texts["bench.percent", level.Gap]);
        }

        console.Write(table);
    }

    private void WritePeople(RosterResult result)
    {
        var index = new RosterIndex(result.Problem);
        var byPerson = result.Roster.Assignments.ToLookup(a => a.Person, a => index.Of(a.Task));
        var table = Tables.New();
        table.AddColumn(Tables.Words(texts["roster.column.person"]));
        foreach (var column in (string[])["hours", "on-call", "shifts", "nights", "week-ends", "holidays", "wishes"])
        {
            table.AddColumn(Tables.Figures(texts[$"roster.column.{column}"]));
        }

        foreach (var person in result.Problem.People)
        {
            var own = new PersonRoster(index, person, byPerson[person]);
            table.AddRow([
                person.Name,
                .. ((RosterMeasure[])[RosterMeasure.Minutes, RosterMeasure.OnCallMinutes, RosterMeasure.Shifts, RosterMeasure.Nights, RosterMeasure.WeekEnds, RosterMeasure.Holidays])
                    .Select(m => texts["roster.figure", Amount(own, m)]),
                texts["roster.figure", PersonPenalties.CostOf(own)]]);
        }

        console.Write(table);
    }

    private static decimal Amount(PersonRoster own, RosterMeasure measure)
    {
        var period = own.Index.Problem.Period;
        // A night of the last day ends after the period.
        var count = own.Count(measure, new Domain.Calendar.Period(period.Start, period.End.AddDays(1)));
        return measure is RosterMeasure.Minutes or RosterMeasure.OnCallMinutes ? decimal.Round(count / 60m, 1) : count;
    }
}
