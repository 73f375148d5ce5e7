using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Planning;

namespace StaffPool.Cli.Planning;

/// <summary><c>staffpool bench allocation</c>: the planner on generated groupings, beside one model on one engine.</summary>
internal sealed class BenchCommand(UseCases useCases, Terminal terminal, CliTexts texts)
{
    private static readonly (BenchSize Size, TimeSpan Time)[] Sizes =
    [
        (new(35, 10, 1), TimeSpan.FromSeconds(5)),
        (new(350, 100, 1), TimeSpan.FromSeconds(15)),
        (new(3_500, 1_000, 1), TimeSpan.FromSeconds(180)),
    ];

    public Task<int> RunAsync(BenchRequest request) => new SizedBench(terminal, texts, Sizes).RunAsync(
        request,
        (size, time) => new Search(terminal, texts).RunAsync(
            (progress, stop) => useCases.BenchAllocation(size, time, progress, stop), request.Quiet, "bench.stopped"),
        bench => bench.Breaches,
        bench => Write(bench, request.Json));

    private void Write(AllocationBench bench, bool json)
    {
        if (json)
        {
            terminal.Output.Profile.Out.Writer.WriteLine(BenchJson.Of(bench));
            return;
        }

        Tables.WriteTitle(terminal.Output, texts["bench.title", bench.Size.Professionals, bench.Size.Sites, bench.Cells, texts.Duration(bench.Time)]);
        var table = Tables.New();
        foreach (var column in (string[])["method", "gap", "to-5", "to-1", "end"])
        {
            table.AddColumn(column == "method" ? Tables.Words(texts["bench.column.method"]) : Tables.Figures(texts[$"bench.column.{column}"]));
        }

        Row(table, texts["bench.planner"], bench.Gap, bench.Milestones, bench.Result.Elapsed, null);
        Row(table, texts["bench.naive"], bench.Naive.Gap, bench.Naive.Milestones, bench.Naive.Result.Elapsed, bench.Naive.Result);
        Row(table, texts["bench.mip"], bench.Mip.Gap, bench.Mip.Milestones, bench.Mip.Result.Elapsed, bench.Mip.Result);
        terminal.Output.Write(table);
        terminal.Output.WriteLine(texts["bench.first", texts.Duration(bench.Result.FirstPlan), bench.PeakMemory >> 20]);
        terminal.Output.WriteLine(texts[bench.Result.IsProvenOptimal ? "bench.proven" : "bench.gap"]);
        if (bench.Breaches > 0)
        {
            terminal.Output.WriteLine(texts["bench.breaches", bench.Breaches]);
        }
    }

    private void Row(Table table, string name, double gap, IReadOnlyList<TimeSpan?> milestones, TimeSpan end, Solver.Planning.MonolithResult? rival) => table.AddRow(
        name,
        rival is { Value: null } ? texts["bench.no-plan"] : texts["bench.percent", gap],
        Time(milestones[0]),
        Time(milestones[1]),
        rival?.Failure is { } failure ? texts["bench.failed", texts.Duration(end), failure.Kind] : texts.Duration(end));

    private string Time(TimeSpan? time) => time is { } known ? texts.Duration(known) : texts["bench.not-reached"];
}
