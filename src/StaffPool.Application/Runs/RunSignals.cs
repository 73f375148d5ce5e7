using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace StaffPool.Application.Runs;

/// <summary>How many runs are computed and how long they take, for whoever listens.</summary>
public static class RunSignals
{
    public const string SourceName = "StaffPool.Runs";

    private static readonly ActivitySource Source = new(SourceName);
    private static readonly Meter Meter = new(SourceName);
    private static readonly UpDownCounter<int> UnderWay = Meter.CreateUpDownCounter<int>("staffpool.run.active", "{run}", "Runs that this process computes now.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "staffpool.run.duration", "s", "How long a run is computed by one worker.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.5, 1, 5, 10, 30, 60, 300, 900, 3600] });

    /// <summary>From when a worker has taken a run until it leaves it, whatever came of it.</summary>
    internal static IDisposable Follow(RunAddress run) => new Followed(run);

    private sealed class Followed : IDisposable
    {
        private readonly Activity? activity;
        private readonly long start = Stopwatch.GetTimestamp();
        private readonly KeyValuePair<string, object?> kind;

        public Followed(RunAddress run)
        {
            kind = new("kind", run.Kind.ToString());
            activity = Source.StartActivity(run.Kind.ToString());
            activity?.SetTag("staffpool.run", run.RunId).SetTag("staffpool.grouping", run.GroupingId);
            UnderWay.Add(1, kind);
        }

        public void Dispose()
        {
            UnderWay.Add(-1, kind);
            Duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, kind);
            activity?.Dispose();
        }
    }
}
