using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Planning;
using StaffPool.Domain.Texts;

namespace StaffPool.Cli.Planning;

/// <summary><c>staffpool posts</c>: the posts worth creating, or the fewest that could serve all.</summary>
internal sealed class PostsCommand(UseCases useCases, InputFiles inputs, Terminal terminal, CliTexts texts)
{
    // No salary is above; a slip of the keyboard may be.
    private const decimal MostPerFte = 1_000_000;

    public async Task<int> RunAsync(PostsRequest request, CancellationToken stop)
    {
        if (await inputs.ReadScenarioAsync(request.Scenario, null, stop) is not { } scenario)
        {
            return ExitCode.InvalidInput;
        }

        if (CostsOf(scenario, request) is not { } costs)
        {
            return ExitCode.Usage;
        }

        var (proposed, exitCode) = await new Search(terminal, texts).RunAsync(
            (progress, stop) => useCases.ProposePosts(scenario, request.Options, progress, stop), request.Quiet);
        if (proposed is null)
        {
            return exitCode;
        }

        if (request.Json)
        {
            return new StandardOutput(terminal, texts).Write(stream => PostsJson.Write(stream, proposed, costs, texts.Culture));
        }

        new PostsReport(terminal.Output, texts).Write(proposed, costs);
        return ExitCode.Success;
    }

    /// <summary>An amount for all, or PROFESSION=amount; null once everything wrong is said.</summary>
    private PostCosts? CostsOf(Scenario scenario, PostsRequest request)
    {
        var known = scenario.Grouping.Professions.Select(p => p.Id).ToList();
        var byProfession = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var all = PostCosts.Default.PerFullTimeEquivalent;
        var isRight = true;
        foreach (var written in request.CostsPerFte)
        {
            var parts = written.Split('=', 2, StringSplitOptions.TrimEntries);
            if (PostsLine.Number(parts[^1], 0, MostPerFte) is not { } amount)
            {
                isRight = Refuse(written, texts["usage.cost-per-fte", written], texts["usage.cost-per-fte.advice"]);
            }
            else if (parts.Length == 1)
            {
                all = amount;
            }
            else if (known.Contains(parts[0], StringComparer.Ordinal))
            {
                byProfession[parts[0]] = amount;
            }
            else
            {
                var near = Nearest.To(parts[0], known);
                isRight = Refuse(
                    written, texts["usage.profession", parts[0]], texts["usage.profession.advice", string.Join(", ", near.Count > 0 ? near : known)]);
            }
        }

        return isRight ? new PostCosts(all, request.CostPerKm, byProfession) : null;
    }

    private bool Refuse(string written, string message, string advice)
    {
        inputs.WriteProblem($"--cost-per-fte {written}", message, advice);
        return false;
    }
}
