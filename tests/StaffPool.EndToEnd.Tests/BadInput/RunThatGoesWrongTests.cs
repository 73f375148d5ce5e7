using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using StaffPool.Testing;

namespace StaffPool.EndToEnd.Tests.BadInput;

/// <summary>What can happen to a run of the real executable: engines lost, disks full, a user who has had enough.</summary>
public sealed class RunThatGoesWrongTests : IDisposable
{
    private static readonly string Small = Path.Combine(Repository.Scenarios, "trois-residences");

    // Long enough to be interrupted: fourteen pieces, eleven aims each.
    private static readonly string Large = Path.Combine(Repository.Scenarios, "centre-de-picardie");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_engine_killed_in_mid_solve_is_told_and_the_plan_is_delivered()
    {
        NeedsLinux();
        using var tool = ToolProcess.Start([], "plan", Large, "--json", "--quiet");
        await UntilSolvingAsync(tool);

        await tool.KillHostsAsync();
        var run = await tool.EndAsync();

        run.ShouldEnd(0, "s’est arrêté brutalement");
        var plan = JsonDocument.Parse(run.Output).RootElement;
        plan.GetProperty("run").GetProperty("incidents")[0].GetProperty("kind").GetString().ShouldBe("crashed");
        plan.GetProperty("totals").GetProperty("servedHalfDays").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Engines_killed_again_and_again_cost_solves_and_not_the_plan()
    {
        NeedsLinux();
        using var tool = ToolProcess.Start([], "plan", Large, "--json", "--quiet", "--time", "8");
        await UntilSolvingAsync(tool);
        while (!tool.HasEnded)
        {
            await tool.KillHostsAsync();
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }

        var run = await tool.EndAsync();

        run.ShouldEnd(0, "s’est arrêté brutalement");
        JsonDocument.Parse(run.Output).RootElement.GetProperty("run").GetProperty("incidents").GetArrayLength().ShouldBeGreaterThan(1);
        (await ToolProcess.RunAsync("check", Large, folder.Write("plan.json", run.Output))).ShouldEnd(0, "Le plan peut être publié.");
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("plan", "--explain")]
    [InlineData("explain", "--all", "--rules")]
    public async Task One_second_is_enough_for_a_valid_answer(string command, params string[] options)
    {
        var run = await ToolProcess.RunAsync([command, Large, "--time", "1", "--quiet", .. options]);

        run.ShouldEnd(0, command == "plan" ? "Le plan peut être publié." : "Ce que coûte chaque règle");
    }

    [Fact]
    public async Task Explanations_stopped_once_keep_what_is_found_and_stopped_before_any_say_so()
    {
        NeedsLinux();
        using var late = ToolProcess.Start([], "explain", Large, "--plan", await PlanOfLargeAsync(), "--all", "--rules");
        using var early = ToolProcess.Start([], "explain", Large);
        await early.UntilSearchingAsync();
        await early.SignalAsync("TERM");
        await late.UntilSearchingAsync();
        await late.SignalAsync("TERM");

        (await early.EndAsync()).ShouldEnd(130, "Arrêt demandé", "Arrêté avant la première explication.");
        (await late.EndAsync()).ShouldEnd(0, "Arrêt demandé", "Pourquoi", "autres besoins ne sont pas servis en entier");
    }

    [Theory]
    [InlineData("fr", "Aucun moteur de calcul n’est installé", "Lancer «\u00A0dotnet build\u00A0»")]
    [InlineData("en", "No engine is installed", "Run \"dotnet build\"")]
    public async Task Without_an_engine_it_is_said_what_to_do(string language, string what, string todo)
    {
        var output = Path.Combine(folder.Path, "out");

        var run = await ToolProcess.RunAsync(NoEngine(), "plan", Small, "--out", output, "--lang", language);

        run.ShouldEnd(4);
        run.Messages.ReplaceLineEndings(" ").ShouldContain(what);
        run.Messages.ReplaceLineEndings(" ").ShouldContain(todo);
        Directory.Exists(output).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_an_engine_doctor_says_so() =>
        (await ToolProcess.RunAsync(NoEngine(), "doctor")).ShouldEnd(4, "Aucun moteur n’est installé.", "Installer Node.js et npm");

    [Fact]
    public async Task Doctor_proves_each_engine() =>
        (await ToolProcess.RunAsync("doctor")).ShouldEnd(0, "HiGHS", "CP-SAT", "réussi en", "Prêt à planifier.");

    [Fact]
    public async Task Stopped_once_it_keeps_the_best_plan_and_says_so()
    {
        NeedsLinux();
        using var tool = ToolProcess.Start([], "plan", Large, "--out", folder.Path);
        await tool.UntilSearchingAsync();

        await tool.SignalAsync("TERM");
        var run = await tool.EndAsync();

        run.ShouldEnd(0, "Arrêt demandé", "Arrêté par l’utilisateur", "Le plan peut être publié.");
        File.Exists(Path.Combine(folder.Path, "plan.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task Stopped_twice_it_leaves_at_once_and_writes_nothing()
    {
        NeedsLinux();
        using var tool = ToolProcess.Start([], "plan", Large, "--out", folder.Path);
        var hosts = await tool.UntilSearchingAsync();

        await tool.SignalAsync("TERM");
        await tool.UntilAsync("Arrêt demandé");
        await tool.SignalAsync("TERM");
        var run = await tool.EndAsync();

        run.ShouldEnd(130);
        run.Output.ShouldBeEmpty();
        folder.Content.ShouldBeEmpty();
        await UntilGoneAsync(hosts);
    }

    [Fact]
    public async Task A_full_standard_output_loses_no_plan()
    {
        NeedsLinux();
        using var tool = ToolProcess.StartInto("/dev/full", Temporary(), "plan", Small, "--json", "--quiet");

        var run = await tool.EndAsync();

        run.ShouldEnd(5, "Impossible d’écrire sur la sortie standard", "Le plan n’est pas perdu");
        Directory.GetFiles(folder.Path, "plan.json", SearchOption.AllDirectories).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_full_disk_leaves_no_half_written_file_and_loses_no_plan()
    {
        NeedsLinux();
        using var disk = await TinyDisk.MountAsync();

        var run = await ToolProcess.RunAsync(Temporary(), "plan", Small, "--out", Path.Combine(disk.Path, "out"), "--quiet");

        run.ShouldEnd(5, "Impossible d’écrire dans", "libérer de la place", "Le plan n’est pas perdu", "Qui va où");
        Directory.GetFiles(disk.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        Directory.GetFiles(folder.Path, "plan.json", SearchOption.AllDirectories).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Road_distances_of_a_service_are_used_and_cited()
    {
        // Three sites: 20 km from the first to the second, none of them linked to the third.
        using var server = new RoutingServer(_ => (200, """{"code":"Ok","distances":[[0,20000,null],[19000,0,null],[null,null,0]]}"""));

        var run = await ToolProcess.RunAsync("plan", Small, "--osrm", server.Client.BaseAddress!.ToString(), "--json", "--quiet");

        run.ShouldEnd(0, "2 paires de sites sans route connue");
        var distances = JsonDocument.Parse(run.Output).RootElement.GetProperty("assignments").EnumerateArray()
            .Select(a => (a.GetProperty("distanceMethod").GetString(), a.GetProperty("distanceProvenance").GetString()))
            .ToList();
        distances.ShouldContain(d => d.Item1 == "greatCircle" && d.Item2 == "vol d’oiseau × 1,3");
        distances.ShouldContain(d => d.Item1 == "samePlace" && d.Item2 == "même lieu");
        distances.ShouldContain(d => d.Item1 == "routingService" && d.Item2!.StartsWith("OSRM http://127.0.0.1:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_a_warning_and_the_great_circle_is_used()
    {
        // Port 9 (discard) of the loopback address: nobody listens there.
        var run = await ToolProcess.RunAsync("plan", Small, "--osrm", "http://127.0.0.1:9", "--json", "--quiet");

        run.ShouldEnd(0, "Avertissement", "ne répond pas", "estimées à vol d’oiseau × 1,3.");
    }

    /// <summary>Until an engine host is past its start, in the middle of a solve.</summary>
    private static async Task UntilSolvingAsync(ToolProcess tool)
    {
        using var host = Process.GetProcessById((await tool.UntilSearchingAsync())[0]);
        while (host.TotalProcessorTime < TimeSpan.FromSeconds(1.2))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
            host.Refresh();
        }
    }

    private async Task<string> PlanOfLargeAsync() =>
        folder.Write("plan.json", (await ToolProcess.RunAsync("plan", Large, "--json", "--quiet", "--time", "2")).Output);

    private static void NeedsLinux() =>
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks at processes and devices as Linux shows them.");

    /// <summary>The hosts end by themselves a moment after their parent: its end closes what they read from.</summary>
    private static async Task UntilGoneAsync(IReadOnlyList<int> hosts)
    {
        bool IsAlive(int id)
        {
            try
            {
                return !IsZombie(id);
            }
            catch (IOException)
            {
                // Gone, perhaps between one look and the next.
                return false;
            }
        }

        for (var tries = 0; tries < 500 && hosts.Any(IsAlive); tries++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        hosts.Where(IsAlive).ToList().ShouldBeEmpty();
    }

    private static bool IsZombie(int id) =>
        File.ReadAllText($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/stat").Contains(") Z ", StringComparison.Ordinal);

    /// <summary>What is saved elsewhere goes to our own temporary folder.</summary>
    private Dictionary<string, string> Temporary() => new(StringComparer.Ordinal) { ["TMPDIR"] = folder.Path };

    private Dictionary<string, string> NoEngine() => new(StringComparer.Ordinal)
    {
        ["STAFFPOOL_PORTABLE_ENGINE"] = folder.Path,
        ["STAFFPOOL_NATIVE_ENGINE"] = folder.Path,
    };
}
