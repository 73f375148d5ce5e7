using System.Text.Json;
using StaffPool.Application.Replacements;

namespace StaffPool.Documents.Replacements;

/// <summary>One measured size as one line of JSON. See docs/benchmarks.md.</summary>
public static class ReplacementBenchJson
{
    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web);

    public static string Of(ReplacementBench bench, IReadOnlyList<ReplanBench> replans) => JsonSerializer.Serialize(
        new
        {
            size = FormattableString.Invariant($"{bench.Size.Professionals}/{bench.Size.Sites}"),
            seed = bench.Size.Seed,
            lists = bench.Lists,
            p50Ms = Math.Round(bench.P50, 3),
            p99Ms = Math.Round(bench.P99, 3),
            longestMs = Math.Round(bench.Longest, 3),
            processorP50Ms = Math.Round(bench.ProcessorP50, 3),
            processorP99Ms = Math.Round(bench.ProcessorP99, 3),
            firstMs = Math.Round(bench.First.TotalMilliseconds, 3),
            arrangedMs = Math.Round(bench.Arranged.TotalMilliseconds, 3),
            ranked = Math.Round(bench.Ranked, 2),
            others = Math.Round(bench.Others, 2),
            emptyShare = Math.Round(bench.EmptyShare, 4),
            replans = replans.Select(r => new
            {
                absences = r.Absences,
                open = r.Open,
                uncovered = r.Uncovered,
                disturbed = r.Disturbed,
                seconds = Math.Round(r.Time.TotalSeconds, 3),
                isProven = r.IsProven,
                anewUncovered = r.AnewUncovered,
                anewDisturbed = r.AnewDisturbed,
                anewSeconds = Math.Round(r.AnewTime.TotalSeconds, 3),
            }),
        },
        OneLine);
}
