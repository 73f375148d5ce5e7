using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Application.Timetables;
using StaffPool.Cli.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Timetables;
using StaffPool.Domain.Workforce;

namespace StaffPool.Cli.Timetables;

/// <summary>The cycle of each professional, what is delivered of what was promised, the aims with their proofs.</summary>
internal sealed class TimetableReport(IAnsiConsole console, CliTexts texts)
{
    private const int PeopleShown = 60;
    private const int UndeliveredShown = 20;

    public void Write(Scenario scenario, PlannedTimetable planned)
    {
        Tables.WriteTitle(console, texts["timetable.title", scenario.Title, planned.Problem.Cycle.Weeks]);
        foreach (var person in planned.Problem.People.Take(PeopleShown))
        {
            WriteCycle(planned, person);
        }

        if (planned.Problem.People.Count > PeopleShown)
        {
            console.WriteLine(texts["timetable.more-people", planned.Problem.People.Count - PeopleShown]);
        }

        WriteAims(planned);
        WriteUndelivered(planned);
        Tables.WriteTitle(console, texts["checker.title"]);
        new CheckerReport(console, texts).Write([.. planned.Violations.Where(v => v.Code != "timetable.undelivered")], allWarnings: false);
        WriteSummary(planned);
    }

    private void WriteCycle(PlannedTimetable planned, Professional person)
    {
        var (problem, timetable) = (planned.Problem, planned.Result.Timetable);
        console.WriteLine();
        console.Write(new Text(texts["timetable.person", person.Name, person.Profession.Name] + "\n", Tables.Strong));
        foreach (var day in problem.CycleDays.GroupBy(d => d.Week))
        {
            var days = day
                .Select(d => (d.Day, Morning: At(d, HalfDay.Morning), Afternoon: At(d, HalfDay.Afternoon)))
                .Where(d => d.Morning is not null || d.Afternoon is not null)
                .Select(d => texts[
                    "timetable.day",
                    texts.Culture.DateTimeFormat.GetAbbreviatedDayName(d.Day),
                    d.Morning == d.Afternoon ? d.Morning : texts["timetable.halves", d.Morning ?? "–", d.Afternoon ?? "–"]]);
            Tables.WriteLine(console, 2, texts["timetable.week", day.Key + 1, string.Join(" · ", days)]);
        }

        string? At((int Week, DayOfWeek Day) day, HalfDay half) => timetable.CycleSiteOf(person, new CycleSlot(day.Week, day.Day, half))?.Name;
    }

    private void WriteAims(PlannedTimetable planned)
    {
        Tables.WriteTitle(console, texts["timetable.aims"]);
        var table = Tables.New();
        table.AddColumn(Tables.Words(texts["timetable.column.aim"]));
        foreach (var column in (string[])["value", "bound", "gap"])
        {
            table.AddColumn(Tables.Figures(texts[$"timetable.column.{column}"]));
        }

        foreach (var level in planned.Result.Levels)
        {
            table.AddRow(
                new Text(TimetableWords.Name(level.Objective, texts.Culture)),
                new Text(TimetableWords.Amount(level.Value, level.Objective.Unit, texts.Culture)),
                new Text(TimetableWords.Amount(level.Bound, level.Objective.Unit, texts.Culture)),
                new Text(texts["bench.percent", level.Gap]));
        }

        console.Write(table);
    }

    private void WriteUndelivered(PlannedTimetable planned)
    {
        if (planned.Undelivered.Count == 0)
        {
            return;
        }

        Tables.WriteTitle(console, texts["timetable.undelivered"]);
        foreach (var missing in planned.Undelivered.OrderByDescending(u => u.Delivery.Undelivered).Take(UndeliveredShown))
        {
            var promise = missing.Delivery.Promise;
            Tables.WriteLine(console, 0, texts[
                "timetable.missing", promise.Professional.Name, promise.Site.Name, missing.Delivery.Undelivered, promise.HalfDays,
                TimetableWords.Reasons(missing, texts.Culture)]);
        }

        if (planned.Undelivered.Count > UndeliveredShown)
        {
            console.WriteLine(texts["timetable.more-undelivered", planned.Undelivered.Count - UndeliveredShown]);
        }
    }

    private void WriteSummary(PlannedTimetable planned)
    {
        var result = planned.Result;
        console.WriteLine();
        var share = planned.Promised == 0 ? 1 : (decimal)planned.Delivered / planned.Promised;
        console.Write(new Text(texts[
            "timetable.summary", planned.Delivered, planned.Promised, texts.Percent(share),
            result.Levels.Single(l => l.Objective == TimetableObjectives.OffCycle).Value, result.Pieces, texts.Duration(result.Elapsed)] + "\n", Tables.Strong));
        foreach (var incident in result.Incidents.Select(i => IncidentTexts.Sentence(i, texts.Culture)).Distinct(StringComparer.Ordinal))
        {
            console.Write(new Text(texts["summary.incident", incident] + "\n", Tables.Doubtful));
        }

        console.Write(planned.Violations.AnyBlocking()
            ? new Text(texts["timetable.not-publishable"] + "\n", Tables.Bad)
            : new Text(texts["timetable.publishable"] + "\n", Tables.Good));
    }
}
