using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Cli.Terminals;

namespace StaffPool.Cli.Planning;

/// <summary>Who is disturbed by a new plan and how, in words, person by person.</summary>
internal sealed class PeopleChangesReport(IAnsiConsole console, CliTexts texts)
{
    public void Write(PlanComparison comparison)
    {
        var disturbed = comparison.Disturbed;
        var others = comparison.People.Where(p => !p.WasPlanned).ToList();
        var kept = comparison.Before.Plan.Assignments.Select(a => a.Professional).Distinct().Count() - disturbed.Count;
        console.WriteLine(disturbed.Count == 0
            ? texts["disturbed.none"]
            : texts.Count("disturbed.people", disturbed.Count, texts.Count("half-days", comparison.HalfDaysMoved), texts.Count("disturbed.kept", kept)));
        Write(disturbed);
        if (others.Count > 0)
        {
            console.WriteLine(texts["disturbed.joined"]);
            Write(others);
        }
    }

    private void Write(IEnumerable<PersonChange> people)
    {
        foreach (var person in people.OrderByDescending(p => p.HalfDaysMoved))
        {
            Tables.WriteLine(console, 2, Heading(person), Tables.Strong);
            foreach (var cell in person.Cells)
            {
                Tables.WriteLine(console, 4, InWords(cell));
            }
        }
    }

    private string Heading(PersonChange person)
    {
        var name = $"{person.Professional.Name}, {person.Professional.Profession.Name}";
        var kilometres = (person.MetresAfter - person.MetresBefore) / 1000m;
        var travel = decimal.Round(kilometres) == 0 ? "" : $", {texts["change.km", kilometres]}";
        return !person.IsPlanned
            ? texts["disturbed.person.left", name]
            : $"{name} ({texts.Count("half-days", person.HalfDaysMoved)}{travel})";
    }

    private string InWords(CellChange cell) =>
        cell.Before == 0 ? texts["cell.starts", cell.Site.Name, texts.Count("half-days", cell.After)]
        : cell.After == 0 ? texts["cell.ends", cell.Site.Name, texts.Count("half-days", cell.Before)]
        : texts[cell.Change > 0 ? "cell.more" : "cell.less", cell.Site.Name, texts.Count("half-days", Math.Abs(cell.Change)), cell.Before, cell.After];
}
