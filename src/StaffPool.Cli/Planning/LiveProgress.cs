using System.Diagnostics;
using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Domain.Planning;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Planning.Posts;
using StaffPool.Solver.Rosters;
using StaffPool.Solver.Timetables;

namespace StaffPool.Cli.Planning;

/// <summary>
/// Shows where the search stands, of a plan or of posts, then where the explanations do: lines redrawn in place on a terminal, else one plain
/// line every few seconds.
/// </summary>
internal sealed class LiveProgress(Terminal terminal, CliTexts texts)
    : IProgress<AllocationProgress>, IProgress<ExplainProgress>, IProgress<PostProgress>, IProgress<TimetableProgress>, IProgress<RosterProgress>
{
    private static readonly TimeSpan RedrawEvery = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    private const int SmallestBar = 5;
    private const int LargestBar = 40;

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private volatile AllocationProgress? latest;
    private volatile ExplainProgress? explaining;
    private volatile PostProgress? posts;
    private volatile RosterProgress? roster;
    private volatile TimetableProgress? timetable;
    private volatile bool stopping;

    public void Report(AllocationProgress value) => latest = value;

    public void Report(ExplainProgress value) => explaining = value;

    public void Report(PostProgress value) => posts = value;

    public void Report(RosterProgress value) => roster = value;

    public void Report(TimetableProgress value) => timetable = value;

    public void SayStopping()
    {
        stopping = true;
        if (!terminal.IsLive)
        {
            terminal.Messages.WriteLine(Stopping);
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
        object? written = null;
        while (await IsStillRunningAsync(search, LineEvery))
        {
            if (((object?)explaining ?? (object?)posts ?? (object?)timetable ?? (object?)roster ?? latest) is { } now && now != written)
            {
                terminal.Messages.Profile.Out.Writer.WriteLine(now switch
                {
                    ExplainProgress step => $"{Step(step)} · {texts.Duration(clock.Elapsed)}",
                    PostProgress step => $"{texts["posts.progress", step.Done + 1, step.Steps]} · {Subject(step)} · {texts.Duration(clock.Elapsed)}",
                    RosterProgress step => $"{Figures(step)} · {texts.Duration(step.Elapsed)}",
                    TimetableProgress step => Step(step),
                    _ => PlainLine((AllocationProgress)now),
                });
                written = now;
            }
        }
    }

    private string PlainLine(AllocationProgress now) =>
        string.Join(" · ", [Level(now), Figures(now), Pieces(now), texts.Duration(now.Elapsed)]);

    private static async Task<bool> IsStillRunningAsync(Task search, TimeSpan wait) =>
        await Task.WhenAny(search, Task.Delay(wait)) != search;

    internal IReadOnlyList<string> Picture()
    {
        // Room for the "^C" that the terminal echoes.
        var width = Math.Max(0, terminal.Messages.Profile.Width - 3);
        var hint = stopping ? Stopping : texts[IsOfAPlan ? "progress.hint" : "explain.hint"];
        return [.. LinesNow(width, hint).Select(line => line.Length <= width ? line : line[..width])];
    }

    private bool IsOfAPlan => explaining is null && posts is null;

    private string Stopping => texts[IsOfAPlan ? "progress.stopping" : "explain.stopping"];

    private string[] LinesNow(int width, string hint) => (explaining, posts) switch
    {
        ({ } step, _) => Lines(texts["explain.progress", step.Done + 1, step.Steps], (decimal)step.Done / step.Steps, Subject(step), width, hint),
        (_, { } step) => Lines(
            texts["posts.progress", Math.Min(step.Done + 1, step.Steps), step.Steps], (decimal)step.Done / step.Steps, Subject(step), width, hint),
        _ when timetable is { } step => [Step(step), hint],
        _ => Lines(width, hint),
    };

    private string[] Lines(string head, decimal share, string subject, int width, string hint)
    {
        var tail = " " + texts.Duration(clock.Elapsed);
        var bar = Bar.Of(terminal.Messages, share, Math.Clamp(width - head.Length - tail.Length - 1, 0, LargestBar));
        return [$"{head} {bar}{tail}", subject, hint];
    }

    private string Subject(PostProgress step) => texts[
        "posts.step", string.Join(" + ", step.Professions.Select(p => p.Name)), texts[$"posts.stage.{step.Stage}"], step.Tenths / 10m];

    private string Step(TimetableProgress step) =>
        texts["timetable.progress", texts[$"timetable.stage.{step.Stage}"], step.Done, step.All, texts.Duration(step.Elapsed)];

    private string Step(ExplainProgress step) => texts["explain.step", step.Done + 1, step.Steps, Subject(step)];

    private string Subject(ExplainProgress step) =>
        step.Need is { } need ? new ExplanationSentences(texts.Culture).Title(need) : texts["explain.rules"];

    private string Figures(RosterProgress step) => texts[
        "roster.progress", texts[$"roster.aim.{step.Aim}"], step.Score[step.Aim], step.Bound, LevelResult.GapOf(step.Score[step.Aim], step.Bound)];

    private string[] Lines(int width, string hint)
    {
        if (roster is { } step)
        {
            return [$"{Figures(step)} · {texts.Duration(clock.Elapsed)}", hint];
        }

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
