using System.Globalization;
using System.Text.Json;
using StaffPool.Documents.Planning;
using StaffPool.Documents.Rosters;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Timetables;

namespace StaffPool.Documents.Timetables;

/// <summary>The calendar of a timetable as a roster problem and its result: see docs/roster-format.md.</summary>
public static class TimetableRosterJson
{
    public const string ProblemName = "roster.json";

    public const string ResultName = "roster-result.json";

    /// <returns>Full paths of the two files.</returns>
    /// <exception cref="PlanNotWrittenException">The folder cannot be made or written, or the disk is full.</exception>
    public static IReadOnlyList<string> Write(string folder, TimetableRoster roster, CultureInfo culture) => PlanFolder.Write(
        folder,
        [
            (ProblemName, stream => WriteProblem(stream, roster.Problem)),
            (ResultName, stream => WriteResult(stream, roster, culture)),
        ]);

    /// <summary>Only what a timetable gives a roster; the rest of the format has its default.</summary>
    /// <param name="stream">Left open.</param>
    /// <param name="problem">Of a timetable.</param>
    public static void WriteProblem(Stream stream, RosterProblem problem) => PlanJson.WriteDocument(stream, new
    {
        Format = RosterWords.Problem,
        problem.Name,
        Period = new { problem.Period.Start, problem.Period.End },
        Contracts = problem.People.Select(p => p.Contract).DistinctBy(c => c.Id).Select(c => new
        {
            c.Id,
            c.Limits.RuleSet,
            Counts = c.Counts.Select(l => new { Measure = RosterWords.Of(RosterWords.Measures, l.Measure), Window = RosterWords.Of(RosterWords.Windows, l.Window), l.Most }),
        }),
        People = problem.People.Select(p => new
        {
            p.Id,
            p.Name,
            Contract = p.Contract.Id,
            p.Skills,
            p.TimePercent,
            Unavailable = p.Unavailable.Select(u => new { From = RosterJson.Local(u.Start), To = RosterJson.Local(u.End) }),
        }),
        Tasks = problem.Tasks.Select(t => new
        {
            t.Id,
            t.Label,
            Start = RosterJson.Local(t.Parts[0].Start),
            End = RosterJson.Local(t.Parts[0].End),
            t.Place,
            t.Skills,
            t.Required,
        }),
        Travel = problem.Travel.Select(t => new { t.Key.From, t.Key.To, Minutes = t.Value }),
        Requests = problem.Requests.Select(r => new { Person = r.Person.Id, r.From, r.Label, r.Weight }),
    });

    /// <param name="stream">Left open.</param>
    /// <param name="roster">Of a timetable.</param>
    /// <param name="culture">Language of the sentences.</param>
    public static void WriteResult(Stream stream, TimetableRoster roster, CultureInfo culture) => PlanJson.WriteDocument(stream, new
    {
        Format = RosterWords.Result,
        Problem = roster.Problem.Name,
        Violations = RosterChecker.Check(roster.Problem, roster.Roster).Select(v => new
        {
            v.Code, Severity = JsonNamingPolicy.CamelCase.ConvertName(v.Severity.ToString()), Message = v.Message.In(culture), v.Subjects, Reference = v.Reference?.Citation,
        }),
        Assignments = roster.Roster.Assignments.Select(a => new
        {
            Person = a.Person.Id, Task = a.Task.Id, Start = RosterJson.Local(a.Task.Parts[0].Start), End = RosterJson.Local(a.Task.Parts[^1].End),
        }),
    });
}
