using System.Diagnostics;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>
/// How long the list of who can replace takes, with the reason for everybody who cannot, on a generated grouping: one absence
/// after the other, drawn at random. See docs/benchmarks.md.
/// </summary>
public sealed class BenchReplacement(CommuneDirectory communes)
{
    private const int MostLists = 2_000;

    // A day, a week or a fortnight, as absences are.
    private static readonly int[] Lengths = [1, 1, 1, 1, 1, 7, 7, 7, 14, 14];

    /// <param name="size">What to generate.</param>
    /// <param name="time">For the lists.</param>
    /// <param name="stop">Ends what is under way; nothing is returned then.</param>
    public ReplacementBench Run(BenchSize size, TimeSpan time, CancellationToken stop)
    {
        var problem = new GroupingGenerator(communes).Make(size.Professionals, size.Sites, size.Seed);
        var synthetic = new SyntheticPool(problem, size.Seed);
        var watch = Stopwatch.StartNew();
        var pool = synthetic.NewPool(synthetic.People);
        var arranged = watch.Elapsed;
        var needs = Needs(synthetic, new Random(size.Seed));
        var first = ListOnce(pool, needs[^1]).Time;
        var (lists, clock) = (new List<(TimeSpan Time, TimeSpan Processor, ReplacementList List)>(), Stopwatch.StartNew());
        // What the runtime compiles at first is not what a service does all day: the first tenth does not count.
        var warm = time / 10;
        for (var i = 0; lists.Count < MostLists && clock.Elapsed < time; i++)
        {
            stop.ThrowIfCancellationRequested();
            var list = ListOnce(pool, needs[i % needs.Count]);
            if (clock.Elapsed > warm)
            {
                lists.Add(list);
            }
        }

        var times = lists.Select(l => l.Time.TotalMilliseconds).Order().ToList();
        var processor = lists.Select(l => l.Processor.TotalMilliseconds).Order().ToList();
        return new ReplacementBench(
            size, arranged, first, lists.Count, At(times, 0.5), At(times, 0.99), times[^1], At(processor, 0.5), At(processor, 0.99),
            lists.Average(l => l.List.Ranked.Count), lists.Average(l => l.List.Others.Count),
            lists.Count(l => l.List.Ranked.Count == 0) / (double)lists.Count);
    }

    private static (TimeSpan Time, TimeSpan Processor, ReplacementList List) ListOnce(ReplacementPool pool, CoverNeed need)
    {
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var list = ReplacementSearch.Run(pool, need);
        foreach (var other in list.Others)
        {
            _ = ObstacleSentences.Of(pool, need, other.Person, other.Obstacles);
        }

        return (watch.Elapsed, Environment.CpuUsage.TotalTime - processor, list);
    }

    private static List<CoverNeed> Needs(SyntheticPool synthetic, Random random)
    {
        var needs = new List<CoverNeed>();
        while (needs.Count < MostLists)
        {
            var person = synthetic.People[random.Next(synthetic.People.Count)];
            var of = SyntheticPool.NeedsOf(person, SyntheticPool.Monday.AddDays(random.Next(5)), Lengths[random.Next(Lengths.Length)]);
            if (of.Count > 0)
            {
                needs.Add(of[random.Next(of.Count)]);
            }
        }

        return needs;
    }

    private static double At(List<double> ordered, double share) => ordered[(int)Math.Ceiling(share * ordered.Count) - 1];
}

/// <param name="Size">What was generated.</param>
/// <param name="Arranged">Time to arrange everybody, once.</param>
/// <param name="First">Time of the first list of the process.</param>
/// <param name="Lists">How many lists count.</param>
/// <param name="P50">Milliseconds of a list, half of them take less.</param>
/// <param name="P99">The same, of 99 in 100.</param>
/// <param name="Longest">Milliseconds.</param>
/// <param name="ProcessorP50">Milliseconds of processor time of a list, half of them take less: what the rest of the machine does matters little.</param>
/// <param name="ProcessorP99">The same, of 99 in 100.</param>
/// <param name="Ranked">People on a list, on average.</param>
/// <param name="Others">People with the reason why they are not, on average.</param>
/// <param name="EmptyShare">Part of the lists with nobody on them.</param>
public sealed record ReplacementBench(
    BenchSize Size, TimeSpan Arranged, TimeSpan First, int Lists, double P50, double P99, double Longest, double ProcessorP50,
    double ProcessorP99, double Ranked, double Others, double EmptyShare);
