using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Domain.Planning;
using StaffPool.Solver.Planning;

namespace StaffPool.Cli.Planning;

/// <summary>
/// Shows where the search stands: two lines redrawn in place on a terminal, else one plain line every few seconds.
/// </summary>
internal sealed class LiveProgress(Terminal terminal, CliTexts texts) : IProgress<AllocationProgress>
{
    private static readonly TimeSpan RedrawEvery = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    private const int SmallestBar = 5;
    private const int LargestBar = 40;

    private volatile AllocationProgress? latest;
    private volatile bool stopping;

    public void Report(AllocationProgress value) => latest = value;

    public void SayStopping()
    {
        stopping = true;
        if (!terminal.IsLive)
        {
            terminal.Messages.WriteLine(texts["progress.stopping"]);
        }
    }

    /// <summary>Returns when the search has ended, well or badly; its outcome is the caller's.</summary>
    public Task ShowUntilAsync(Task search) => terminal.IsLive ? RedrawUntilAsync(search) : WriteLinesUntilAsync(search);

    private async Task RedrawUntilAsync(Task search)
    {
        var lines = new RedrawnLines(terminal.Messages.Profile.Out.Writer);
        do
        {
            lines.Draw(Picture());
        }
        while (await IsStillRunningAsync(search, RedrawEvery));

        lines.Clear();
    }

    private async Task WriteLinesUntilAsync(Task search)
    {
        AllocationProgress? written = null;
        while (await IsStillRunningAsync(search, LineEvery))
        {
            if (latest is { } now && now != written)
            {
                terminal.Messages.Profile.Out.Writer.WriteLine(string.Join(" · ", [Level(now), Figures(now), Pieces(now), texts.Duration(now.Elapsed)]));
                written = now;
            }
        }
    }

    private static async Task<bool> IsStillRunningAsync(Task search, TimeSpan wait) =>
        await Task.WhenAny(search, Task.Delay(wait)) != search;

    internal IReadOnlyList<string> Picture()
    {
        // Room for the "^C" that the terminal echoes.
        var width = Math.Max(0, terminal.Messages.Profile.Width - 3);
        var hint = texts[stopping ? "progress.stopping" : "progress.hint"];
        return [.. Lines(width, hint).Select(line => line.Length <= width ? line : line[..width])];
    }

    private string[] Lines(int width, string hint)
    {
        if (latest is not { } now)
        {
            return [texts["progress.preparing"], hint];
        }

        var tail = $" {Pieces(now)} · {texts.Duration(now.Elapsed)}";
        var level = Level(now);
        if (RoomForBar(level) < SmallestBar)
        {
            level = IsAtOnce(now) ? texts["progress.at-once.short"] : texts["progress.level.short", RankOf(now), AllocationObjectives.InOrder.Count];
        }

        var bar = Bar.Of(terminal.Messages, Share(now), Math.Clamp(RoomForBar(level), 0, LargestBar));
        return [$"{level} {bar}{tail}", Figures(now), hint];

        int RoomForBar(string before) => width - before.Length - tail.Length - 1;
    }

    // By pieces alone: each goes through all objectives, so the rank of the one under way jumps about.
    private static decimal Share(AllocationProgress progress) => (decimal)progress.PiecesDone / Math.Max(1, progress.Pieces);

    private static bool IsAtOnce(AllocationProgress progress) => progress.Objective == Composite.Objective;

    private string Level(AllocationProgress progress) => IsAtOnce(progress)
        ? ObjectiveTexts.Name(progress.Objective, texts.Culture)
        : texts["progress.level", ObjectiveTexts.Name(progress.Objective, texts.Culture), RankOf(progress), AllocationObjectives.InOrder.Count];

    private static int RankOf(AllocationProgress progress) =>
        AllocationObjectives.InOrder.Index().First(o => o.Item == progress.Objective).Index + 1;

    private string Pieces(AllocationProgress progress) => texts["progress.pieces", progress.PiecesDone, progress.Pieces];

    private string Figures(AllocationProgress progress)
    {
        var unit = progress.Objective.Unit;
        return texts[
            "progress.figures",
            ObjectiveTexts.Amount(progress.Value, unit, texts.Culture),
            ObjectiveTexts.Amount(progress.Bound, unit, texts.Culture),
            progress.Gap * 100];
    }
}
