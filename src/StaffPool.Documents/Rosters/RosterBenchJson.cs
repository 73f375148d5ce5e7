using System.Text.Json;
using StaffPool.Application.Rosters;
using StaffPool.Domain.Rosters;
using StaffPool.Solver.Rosters;

namespace StaffPool.Documents.Rosters;

/// <summary>One measured roster as one line of JSON. See docs/benchmarks.md.</summary>
public static class RosterBenchJson
{
    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web);

    public static string Of(RosterBench bench) => JsonSerializer.Serialize(
        new
        {
            size = bench.Case.Name,
            time = bench.Time.TotalSeconds,
            people = bench.Case.Problem.People.Count,
            places = bench.Case.Problem.Tasks.Sum(t => t.Required),
            breaches = bench.Breaches,
            plan = Figures(bench.First, bench.First.Score),
            replan = Figures(bench.Replan, bench.Replan.Score),
            scratch = Figures(bench.Scratch, bench.ScratchScore),
            engines = bench.First.Engines,
        },
        OneLine);

    private static object Figures(RosterResult result, RosterScore score) => new
    {
        seconds = Math.Round(result.Elapsed.TotalSeconds, 2),
        firstRosterSeconds = Math.Round(result.FirstRoster.TotalSeconds, 2),
        uncovered = score.Uncovered,
        notified = score.Notified,
        moved = score.Moved,
        wishes = score.Wishes,
        levels = result.Levels.Select(l => new { aim = JsonNamingPolicy.CamelCase.ConvertName(l.Aim.ToString()), l.Value, l.Bound, gap = Math.Round(l.Gap, 6) }),
        incidents = result.Incidents.Count,
    };
}
