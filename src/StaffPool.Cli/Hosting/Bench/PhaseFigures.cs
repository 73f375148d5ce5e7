using System.Diagnostics;

namespace StaffPool.Cli.Hosting.Bench;

/// <summary>What all clients together got in one phase.</summary>
/// <param name="Done">Answers that were what they should be.</param>
/// <param name="Refused">Answers that asked to look again: somebody else was faster.</param>
/// <param name="Failed">All others.</param>
/// <param name="Elapsed">Until the last answer.</param>
/// <param name="Median">Half of those done were faster.</param>
/// <param name="Late">99 of 100 of those done were faster.</param>
internal sealed record PhaseFigures(int Done, int Refused, int Failed, TimeSpan Elapsed, TimeSpan Median, TimeSpan Late)
{
    /// <summary>Processor time of the service for one of those done, all cores: it hardly depends on what else the machine does.</summary>
    public TimeSpan Processor { get; init; }

    public double PerSecond => Done / Elapsed.TotalSeconds;

    /// <summary>Lets every client ask again and again, each as soon as it has its answer.</summary>
    /// <param name="clients">Who asks.</param>
    /// <param name="ask">One request.</param>
    /// <param name="time">After which none is begun.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<PhaseFigures> OfAsync(
        IReadOnlyList<IBenchClient> clients, Func<IBenchClient, CancellationToken, Task<AnswerKind>> ask, TimeSpan time, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var answers = (await Task.WhenAll(clients.Select(c => Task.Run(() => RepeatAsync(c, ask, clock, time, stop), stop)))).SelectMany(a => a).ToList();
        var elapsed = clock.Elapsed;
        var times = answers.Where(a => a.Kind == AnswerKind.Done).Select(a => a.Time).Order().ToList();
        return new PhaseFigures(
            times.Count,
            answers.Count(a => a.Kind == AnswerKind.Refused),
            answers.Count(a => a.Kind == AnswerKind.Failed),
            elapsed,
            Rank(times, 0.50),
            Rank(times, 0.99));
    }

    private static async Task<List<(AnswerKind Kind, TimeSpan Time)>> RepeatAsync(
        IBenchClient client, Func<IBenchClient, CancellationToken, Task<AnswerKind>> ask, Stopwatch clock, TimeSpan time, CancellationToken stop)
    {
        var answers = new List<(AnswerKind, TimeSpan)>();
        while (clock.Elapsed < time)
        {
            var begun = Stopwatch.GetTimestamp();
            var kind = await ask(client, stop);
            answers.Add((kind, Stopwatch.GetElapsedTime(begun)));
            if (kind == AnswerKind.Failed)
            {
                // A service that is down would be asked thousands of times a second.
                break;
            }
        }

        return answers;
    }

    /// <param name="ordered">The shortest first.</param>
    /// <param name="share">Of all that are not longer than the answer, 0 to 1.</param>
    public static TimeSpan Rank(List<TimeSpan> ordered, double share) =>
        ordered.Count == 0 ? TimeSpan.Zero : ordered[(int)Math.Ceiling(share * ordered.Count) - 1];
}

internal enum AnswerKind
{
    Done,
    Refused,
    Failed,
}
