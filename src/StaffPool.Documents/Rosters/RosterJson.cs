using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using StaffPool.Documents.Planning;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rosters;
using StaffPool.Solver.Rosters;

namespace StaffPool.Documents.Rosters;

/// <summary>Roster problems and results as JSON: see docs/roster-format.md.</summary>
public static class RosterJson
{
    /// <param name="stream">A problem, left open.</param>
    public static RosterReading<RosterProblem> ReadProblem(Stream stream) => Read(stream, file => new ProblemReader(file).Read());

    /// <param name="stream">A scheme of night nurses, left open: see docs/rota-format.md.</param>
    public static RosterReading<RotaFile> ReadRota(Stream stream) => Read(stream, file => new RotaReader(file).Read());

    /// <summary>Reads the assignments of a result back; the rest of it only informs.</summary>
    /// <param name="stream">A result, left open.</param>
    /// <param name="problem">What it is held against.</param>
    /// <param name="asInForce">It is what people live by today: people and tasks that are gone are left aside.</param>
    public static RosterReading<Roster> ReadResult(Stream stream, RosterProblem problem, bool asInForce) => Read(stream, file =>
    {
        if (file.Text("format") is { } format && format != RosterWords.Result)
        {
            file.ReportField("format", "format", format, RosterWords.Result);
        }

        var people = problem.People.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var tasks = problem.Tasks.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var assignments = new List<RosterAssignment>();
        if (!file.Has("assignments"))
        {
            file.ReportField("assignments", "missing");
        }

        foreach (var fields in file.List("assignments"))
        {
            fields.Ignore("start", "end");
            if (asInForce && fields.Text("person") is { } person && fields.Text("task") is { } task && !(people.ContainsKey(person) && tasks.ContainsKey(task)))
            {
                continue;
            }

            var (known, given) = (fields.Known("person", people), fields.Known("task", tasks));
            if (known is not null && given is not null)
            {
                assignments.Add(new RosterAssignment(known, given));
            }
        }

        return new Roster(assignments);
    });

    /// <summary>Writes a result with what proves and explains it.</summary>
    /// <param name="stream">Left open.</param>
    /// <param name="result">Of the planner.</param>
    /// <param name="culture">Language of the sentences; numbers are invariant.</param>
    public static void WriteResult(Stream stream, RosterResult result, CultureInfo culture)
    {
        var index = new RosterIndex(result.Problem);
        var given = result.Roster.Assignments.CountBy(a => a.Task).ToDictionary();
        var byPerson = result.Roster.Assignments.ToLookup(a => a.Person, a => index.Of(a.Task));
        PlanJson.WriteDocument(stream, new
        {
            Format = RosterWords.Result,
            Problem = result.Problem.Name,
            Score = new { result.Score.Uncovered, result.Score.Notified, result.Score.Moved, result.Score.Wishes },
            Levels = result.Levels.Select(l => new { Aim = Camel(l.Aim), l.Value, l.Bound, Gap = Math.Round(l.Gap, 6), Proven = l.IsProven, BoundBy = l.BoundEngine }),
            Run = new { Seconds = Math.Round(result.Elapsed.TotalSeconds, 1), FirstRosterSeconds = Math.Round(result.FirstRoster.TotalSeconds, 2), result.Engines, Stopped = result.IsStopped },
            Uncovered = index.Tasks.Where(t => given.GetValueOrDefault(t.Task) < t.Task.Required)
                .Select(t => new { Task = t.Task.Id, Missing = t.Task.Required - given.GetValueOrDefault(t.Task) }),
            Violations = result.Violations.Where(v => v.Code != "roster.uncovered")
                .Select(v => new { v.Code, Severity = Camel(v.Severity), Message = v.Message.In(culture), v.Subjects, Reference = v.Reference?.Citation }),
            Penalties = result.Problem.People.SelectMany(p => PersonPenalties.Of(new PersonRoster(index, p, byPerson[p])))
                .Select(p => new { Wish = Camel(p.Wish), Person = p.Person.Id, p.Day, p.Amount, p.Cost }),
            Assignments = result.Roster.Assignments.Select(a => new { Person = a.Person.Id, Task = a.Task.Id, Start = Local(a.Task.Parts[0].Start), End = Local(a.Task.Parts[^1].End) }),
        });
    }

    /// <summary>The time that the clocks of Paris show, with its offset: no night of October is read twice.</summary>
    internal static string Local(DateTime utc) =>
        new DateTimeOffset(ParisTime.Of(utc), ParisTime.Of(utc) - utc).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);

    private static string Camel<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static RosterReading<T> Read<T>(Stream stream, Func<JsonFields, T?> read)
        where T : class
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        if (!Utf8.IsValid(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)))
        {
            return new(null, [new RosterFileProblem("1:1", RosterFileTexts.Of("roster.encoding"))]);
        }

        bytes.Position = 0;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var problems = new List<RosterFileProblem>();
            var value = read(new JsonFields(document.RootElement, "$", problems));
            return new(problems.Count == 0 ? value : null, problems);
        }
        catch (JsonException e)
        {
            return new(null, [new RosterFileProblem(FormattableString.Invariant($"{(e.LineNumber ?? 0) + 1}:{(e.BytePositionInLine ?? 0) + 1}"), RosterFileTexts.Of("roster.not-json"))]);
        }
    }
}
