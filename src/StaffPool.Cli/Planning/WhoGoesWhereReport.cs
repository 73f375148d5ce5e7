using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;

namespace StaffPool.Cli.Planning;

/// <summary>One line per professional with the totals, and below it one per site.</summary>
internal sealed class WhoGoesWhereReport(IAnsiConsole console, CliTexts texts)
{
    public void Write(AllocationProblem problem, AllocationPlan plan)
    {
        var table = Tables.New()
            .AddColumn(Tables.Words(texts["who.person"]))
            .AddColumn(Tables.Figures(texts["who.half-days"]))
            .AddColumn(Tables.Figures(texts["who.load"]))
            .AddColumn(Tables.Figures(texts["who.km"]));
        var professions = problem.Grouping.Professions.Index().ToDictionary(p => p.Item, p => p.Index);
        foreach (var person in WhoGoesWhere.All(problem, plan).OrderBy(p => professions[p.Professional.Profession]))
        {
            table.AddRow(
                new Text(NameOf(person.Professional), Tables.Strong),
                new Text(Number(person.HalfDays), Tables.Strong),
                new Text(texts.Percent(person.Load), Tables.Strong),
                new Text(Kilometres(person.Metres), Tables.Strong));
            foreach (var visits in person.Visits)
            {
                table.AddRow(new Padder(new Text(visits.Site.Name)).Padding(2, 0, 0, 0), new Text(Number(visits.HalfDays)), new Text(""), new Text(Kilometres(visits.Metres)));
            }

            if (person.Visits.Count == 0)
            {
                table.AddRow(new Padder(new Text(texts["who.unused"], Tables.Faint)).Padding(2, 0, 0, 0));
            }
        }

        Tables.WriteTitle(console, texts["who.title"]);
        console.Write(table);
    }

    /// <summary>With the profession, unless the name says it: "Psychologue 1".</summary>
    private static string NameOf(Professional professional) =>
        professional.Name.StartsWith(professional.Profession.Name, StringComparison.CurrentCultureIgnoreCase)
            ? professional.Name
            : $"{professional.Name}, {professional.Profession.Name}";

    private string Number(int value) => value.ToString("#,0", texts.Culture);

    private string Kilometres(long metres) => metres == 0 ? "" : (metres / 1000m).ToString("#,0", texts.Culture);
}
