using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Application.Timetables;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Timetables;

namespace StaffPool.Cli.Timetables;

/// <summary><c>staffpool bench timetable</c>: timetables of generated groupings, from a real allocation.</summary>
internal sealed class BenchTimetableCommand(UseCases useCases, Terminal terminal, CliTexts texts)
{
    private static readonly (BenchSize Size, TimeSpan Time)[] Sizes =
    [
        (new(35, 10, 1), TimeSpan.FromSeconds(10)),
        (new(350, 100, 1), TimeSpan.FromSeconds(30)),
        (new(3_500, 1_000, 1), TimeSpan.FromSeconds(180)),
    ];

    public Task<int> RunAsync(BenchRequest request) => new SizedBench(terminal, texts, Sizes).RunAsync(
        request,
        (size, time) => new Search(terminal, texts).RunAsync(
            (progress, stop) => useCases.BenchTimetable(size, time, progress, stop), request.Quiet, "bench.stopped"),
        bench => bench.Breaches,
        bench => Write(bench, request.Json));

    private void Write(TimetableBench bench, bool json)
    {
        if (json)
        {
            terminal.Output.Profile.Out.Writer.WriteLine(TimetableBenchJson.Of(bench));
            return;
        }

        Tables.WriteTitle(terminal.Output, texts[
            "bench.timetable.title", bench.Size.Professionals, bench.Size.Sites, bench.Promised, texts.Duration(bench.Time)]);
        terminal.Output.WriteLine(texts[
            "bench.timetable.figures", texts.Percent(bench.ShareDelivered), bench.Gap, texts.Duration(bench.Result.Elapsed),
            texts.Duration(bench.Result.FirstTimetable), bench.Result.Pieces, bench.Result.LargestPiece, bench.PeakMemory >> 20]);
        foreach (var level in bench.Result.Levels)
        {
            Tables.WriteLine(terminal.Output, 2, texts[
                "bench.timetable.level", TimetableWords.Name(level.Objective, texts.Culture),
                TimetableWords.Amount(level.Value, level.Objective.Unit, texts.Culture),
                TimetableWords.Amount(level.Bound, level.Objective.Unit, texts.Culture), level.Gap]);
        }

        if (bench.Breaches > 0)
        {
            terminal.Output.WriteLine(texts["bench.breaches", bench.Breaches]);
        }
    }
}
