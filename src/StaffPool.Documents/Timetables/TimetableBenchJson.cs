using System.Text.Json;
using StaffPool.Application.Timetables;

namespace StaffPool.Documents.Timetables;

/// <summary>One measured size as one line of JSON. See docs/benchmarks.md.</summary>
public static class TimetableBenchJson
{
    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web);

    public static string Of(TimetableBench bench) => JsonSerializer.Serialize(
        new
        {
            size = FormattableString.Invariant($"{bench.Size.Professionals}/{bench.Size.Sites}"),
            seed = bench.Size.Seed,
            time = bench.Time.TotalSeconds,
            seconds = Math.Round(bench.Result.Elapsed.TotalSeconds, 3),
            firstTimetableSeconds = Math.Round(bench.Result.FirstTimetable.TotalSeconds, 3),
            promised = bench.Promised,
            undelivered = bench.Undelivered,
            shareDelivered = Math.Round(bench.ShareDelivered, 6),
            gap = Math.Round(bench.Gap, 6),
            pieces = bench.Result.Pieces,
            largestPiece = bench.Result.LargestPiece,
            breaches = bench.Breaches,
            peakMiB = bench.PeakMemory >> 20,
            levels = bench.Result.Levels.Select(l => new { aim = l.Objective.Id, value = l.Value, bound = l.Bound, gap = Math.Round(l.Gap, 6) }),
            engines = bench.Result.Engines,
            incidents = bench.Result.Incidents,
        },
        OneLine);
}
