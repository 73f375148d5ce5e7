using StaffPool.Application.Planning;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Terminals;

namespace StaffPool.Cli.Planning;

/// <summary>A benchmark on generated groupings, from the smallest size to the largest; a breach of a rule ends it.</summary>
/// <param name="terminal">Where it is written.</param>
/// <param name="texts">In the language of the line.</param>
/// <param name="sizes">Of docs/benchmarks.md, with the time of each.</param>
internal sealed class SizedBench(Terminal terminal, CliTexts texts, IReadOnlyList<(BenchSize Size, TimeSpan Time)> sizes)
{
    /// <param name="request">One size or all, the usual time or another.</param>
    /// <param name="measure">One size, in a time; null and an exit code where there is nothing to show.</param>
    /// <param name="breaches">Blocking violations that the checker found in what was measured.</param>
    /// <param name="write">Shows it.</param>
    /// <returns>Exit code.</returns>
    public async Task<int> RunAsync<T>(
        BenchRequest request, Func<BenchSize, TimeSpan, Task<(T? Bench, int ExitCode)>> measure, Func<T, int> breaches, Action<T> write)
        where T : class
    {
        var asked = request.Size is { } one ? [(one, sizes.FirstOrDefault(s => s.Size == one, sizes[^1]).Time)] : sizes;
        foreach (var (size, usual) in asked)
        {
            var (bench, exitCode) = await measure(size, request.Time ?? usual);
            if (bench is null)
            {
                return exitCode;
            }

            var written = new StandardOutput(terminal, texts).Show(() => write(bench));
            if (written != ExitCode.Success || breaches(bench) > 0)
            {
                return written == ExitCode.Success ? ExitCode.Blocked : written;
            }
        }

        return ExitCode.Success;
    }
}
