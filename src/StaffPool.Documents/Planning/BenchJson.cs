using System.Text.Json;
using StaffPool.Application.Planning;

namespace StaffPool.Documents.Planning;

/// <summary>One measured size as one line of JSON. See docs/benchmarks.md.</summary>
public static class BenchJson
{
    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web);

    public static string Of(AllocationBench bench) => JsonSerializer.Serialize(
        new
        {
            size = FormattableString.Invariant($"{bench.Size.Professionals}/{bench.Size.Sites}"),
            seed = bench.Size.Seed,
            time = bench.Time.TotalSeconds,
            cells = bench.Cells,
            pieces = bench.Result.Pieces,
            seconds = Seconds(bench.Result.Elapsed),
            firstPlanSeconds = Seconds(bench.Result.FirstPlan),
            secondsTo5Percent = Seconds(bench.Milestones[0]),
            secondsTo1Percent = Seconds(bench.Milestones[1]),
            gap = Math.Round(bench.Gap, 6),
            gapNaive = Math.Round(bench.Naive.Gap, 6),
            gapMip = Math.Round(bench.Mip.Gap, 6),
            peakMiB = bench.PeakMemory >> 20,
            isProvenOnEveryAim = bench.Result.IsProvenOptimal,
            breaches = bench.Breaches,
            value = bench.Value,
            bound = bench.Bound,
            naive = Rival(bench.Naive),
            mip = Rival(bench.Mip),
            incidents = bench.Result.Incidents,
        },
        OneLine);

    private static object Rival(BenchRival rival) => new
    {
        seconds = Seconds(rival.Result.Elapsed),
        secondsTo5Percent = Seconds(rival.Milestones[0]),
        secondsTo1Percent = Seconds(rival.Milestones[1]),
        value = rival.Result.Value,
        bound = rival.Result.Bound,
        failure = rival.Result.Failure?.Kind.ToString(),
    };

    private static double? Seconds(TimeSpan? time) => time is { } known ? Math.Round(known.TotalSeconds, 3) : null;
}
