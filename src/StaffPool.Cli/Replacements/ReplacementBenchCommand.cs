using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Application.Replacements;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Replacements;

namespace StaffPool.Cli.Replacements;

/// <summary><c>staffpool bench replacement</c>: lists of who can replace, in generated groupings.</summary>
internal sealed class ReplacementBenchCommand(UseCases useCases, Terminal terminal, CliTexts texts)
{
    private static readonly BenchSize[] Sizes = [new(35, 10, 1), new(350, 100, 1), new(3_500, 1_000, 1)];

    // More than a third of a grouping away at once is no replacement any more.
    private static readonly int[] Absences = [1, 10, 100];

    public async Task<int> RunAsync(ReplacementBenchRequest request, CancellationToken stop)
    {
        foreach (var size in request.Size is { } one ? [one] : Sizes)
        {
            var bench = await Task.Run(() => useCases.BenchReplacement(size, request.Time, stop), stop);
            var replans = new List<ReplanBench>();
            foreach (var absences in Absences.Where(a => a * 3 <= size.Professionals))
            {
                replans.Add(await useCases.BenchReplan(size, absences, stop));
            }

            var written = new Planning.StandardOutput(terminal, texts).Show(() => Write(bench, replans, request.Json));
            if (written != ExitCode.Success)
            {
                return written;
            }
        }

        return ExitCode.Success;
    }

    private void Write(ReplacementBench bench, IReadOnlyList<ReplanBench> replans, bool json)
    {
        if (json)
        {
            terminal.Output.Profile.Out.Writer.WriteLine(ReplacementBenchJson.Of(bench, replans));
            return;
        }

        Tables.WriteTitle(terminal.Output, texts["bench.replacement.title", bench.Size.Professionals, bench.Size.Sites, bench.Lists]);
        terminal.Output.WriteLine(texts["bench.replacement.list", bench.P50, bench.P99, bench.Longest, texts.Duration(bench.First), bench.ProcessorP50, bench.ProcessorP99]);
        terminal.Output.WriteLine(texts["bench.replacement.people", bench.Ranked, bench.Others, bench.EmptyShare, texts.Duration(bench.Arranged)]);
        foreach (var r in replans)
        {
            terminal.Output.WriteLine(texts[
                "bench.replacement.replan", r.Absences, r.Open, r.Uncovered, r.Disturbed, texts.Duration(r.Time),
                texts[r.IsProven ? "bench.replacement.proven" : "bench.replacement.not-proven"], r.AnewDisturbed, r.AnewUncovered, texts.Duration(r.AnewTime)]);
        }
    }
}
