using System.Text.Json;
using StaffPool.Application.Planning;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;
using StaffPool.Testing;

namespace StaffPool.Cli.Tests.Planning;

public sealed class BenchCommandTests : IDisposable
{
    private readonly FakeTerminal terminal = new();
    private readonly List<(BenchSize Size, TimeSpan Time)> measured = [];
    private int breaches;

    public void Dispose() => terminal.Dispose();

    [Fact]
    public async Task The_last_line_of_one_size_in_json_is_one_object_with_its_figures()
    {
        (await Run("bench", "allocation", "--size", "350/100", "--time", "30", "--json")).ShouldBe(ExitCode.Success);

        measured.ShouldBe([(new BenchSize(350, 100, 1), TimeSpan.FromSeconds(30))]);
        var figures = JsonDocument.Parse(terminal.Output.TrimEnd().Split('\n')[^1]).RootElement;
        figures.GetProperty("size").GetString().ShouldBe("350/100");
        figures.GetProperty("gapNaive").GetDouble().ShouldBe(0.2);
        figures.GetProperty("gapMip").GetDouble().ShouldBe(1);
        figures.GetProperty("mip").GetProperty("failure").GetString().ShouldBe("OutOfMemory");
        figures.GetProperty("peakMiB").GetInt64().ShouldBe(300);
        foreach (var figure in (string[])["seconds", "firstPlanSeconds", "gap", "secondsTo5Percent"])
        {
            figures.GetProperty(figure).ValueKind.ShouldBe(JsonValueKind.Number, figure);
        }
    }

    [Fact]
    public async Task Without_a_size_the_three_are_measured_and_shown_beside_their_rivals()
    {
        (await Run("bench", "allocation", "--quiet")).ShouldBe(ExitCode.Success);

        measured.Select(m => m.Size.Professionals).ShouldBe([35, 350, 3_500]);
        terminal.Output.ShouldContain("un seul modèle, CP-SAT");
        terminal.Output.ShouldContain("20,00\u00A0%");
        terminal.Output.ShouldContain("aucun plan");
        terminal.Output.ShouldContain("300 Mio");
    }

    [Fact]
    public async Task A_size_that_is_none_is_refused_with_an_example()
    {
        (await Run("bench", "allocation", "--size", "350x100")).ShouldBe(ExitCode.Usage);

        terminal.Messages.ShouldContain("écrire par exemple 350/100");
        measured.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_plan_that_breaks_the_rules_makes_the_benchmark_fail()
    {
        breaches = 3;

        (await Run("bench", "allocation")).ShouldBe(ExitCode.Blocked);

        terminal.Output.ShouldContain("enfreint les règles en 3 points");
        measured.Count.ShouldBe(1);
    }

    private Task<int> Run(params string[] arguments)
    {
        var useCases = NoUseCases.Any with
        {
            BenchAllocation = (size, time, _, _) =>
            {
                measured.Add((size, time));
                return Task.FromResult(Bench(size, time));
            },
        };
        return new Tool(useCases, terminal.Terminal, TimeProvider.System).RunAsync(arguments);
    }

    private AllocationBench Bench(BenchSize size, TimeSpan time) => new()
    {
        Size = size,
        Time = time,
        Cells = 12,
        Result = TinyPlan.Result,
        Breaches = breaches,
        Value = 100,
        Bound = 80,
        Milestones = [TimeSpan.FromSeconds(1), null],
        PeakMemory = 300 << 20,
        Naive = new BenchRival(
            new MonolithResult(100, 70, [(TimeSpan.FromSeconds(2), 100)], TimeSpan.FromSeconds(3), null), 0.2, [null, null]),
        Mip = new BenchRival(
            new MonolithResult(null, null, [], TimeSpan.FromSeconds(3), new EngineFailure(EngineFailureKind.OutOfMemory, "")), 1, [null, null]),
    };
}
