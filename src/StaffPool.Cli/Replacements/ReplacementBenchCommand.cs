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

    public int Run(ReplacementBenchRequest request, CancellationToken stop)
    {
        foreach (var size in request.Size is { } one ? [one] : Sizes)
        {
            var bench = useCases.BenchReplacement(size, request.Time, stop);
            var written = new Planning.StandardOutput(terminal, texts).Show(() => Write(bench, request.Json));
            if (written != ExitCode.Success)
            {
                return written;
            }
        }

        return ExitCode.Success;
    }

    private void Write(ReplacementBench bench, bool json)
    {
        if (json)
        {
            terminal.Output.Profile.Out.Writer.WriteLine(ReplacementBenchJson.Of(bench));
            return;
        }

        Tables.WriteTitle(terminal.Output, texts["bench.replacement.title", bench.Size.Professionals, bench.Size.Sites, bench.Lists]);
        terminal.Output.WriteLine(texts["bench.replacement.list", bench.P50, bench.P99, bench.Longest, texts.Duration(bench.First), bench.ProcessorP50, bench.ProcessorP99]);
        terminal.Output.WriteLine(texts["bench.replacement.people", bench.Ranked, bench.Others, bench.EmptyShare, texts.Duration(bench.Arranged)]);
    }
}
