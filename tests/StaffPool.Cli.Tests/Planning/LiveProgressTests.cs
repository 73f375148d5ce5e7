using StaffPool.Application.Planning;
using StaffPool.Cli.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Domain.Planning;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Planning.Posts;
using StaffPool.Testing;

namespace StaffPool.Cli.Tests.Planning;

public sealed class LiveProgressTests
{
    private static readonly AllocationProgress Halfway =
        new(AllocationObjectives.Travel, 7, 14, 12_345_000, 12_000_000, TimeSpan.FromSeconds(75));

    [Fact]
    public void The_picture_names_the_objective_and_tells_value_bound_gap_pieces_and_time()
    {
        Drawn(100).ShouldBe(
        [
            "Kilomètres parcourus (objectif 10 sur 11) ██████████████░░░░░░░░░░░░░░ morceaux 7/14 · 1 min 15 s",
            "12\u202F345\u00A0km · borne 12\u202F000\u00A0km · écart 2,8\u00A0%",
            "Ctrl-C\u00A0: arrêter et garder le meilleur plan",
        ]);
    }

    [Fact]
    public void All_objectives_at_once_have_a_name_of_their_own_and_no_rank()
    {
        using var terminal = new FakeTerminal(width: 120);
        var progress = new LiveProgress(terminal.Terminal, CliTexts.French);
        progress.Report(Halfway with { Objective = Composite.Objective });

        progress.Picture()[0].ShouldStartWith("Tous les objectifs pondérés");
    }

    [Fact]
    public void Explanations_have_a_bar_of_their_own_and_name_the_need_under_way()
    {
        using var terminal = new FakeTerminal(width: 100);
        var progress = new LiveProgress(terminal.Terminal, CliTexts.French);
        progress.Report(Halfway);
        progress.Report(new ExplainProgress(2, 4, TinyExplanation.Explanation.Needs[0].Need));

        var picture = progress.Picture();

        picture[0].ShouldStartWith("Explication 3/4 ████████████████████░░░░░░░░░░░░░░░░░░░░ 0,");
        picture.Skip(1).ShouldBe(["Diététicien, Foyer d’Épehy", "Ctrl-C\u00A0: arrêter et garder ce qui est trouvé"]);
    }

    [Fact]
    public void The_search_for_posts_names_the_profession_and_what_is_looked_for()
    {
        using var terminal = new FakeTerminal(width: 100);
        var progress = new LiveProgress(terminal.Terminal, CliTexts.French);
        progress.Report(new PostProgress(5, 10, PostStage.Size, [TinyPlan.Scenario.Grouping.Professions[0]], 14));

        var picture = progress.Picture();

        picture[0].ShouldStartWith("Recherche des postes 6/10 ████████████████████░░░░░░░░░░░░░░░░░░░░ 0,");
        picture[1].ShouldBe($"{TinyPlan.Scenario.Grouping.Professions[0].Name}\u00A0: le moins de temps de travail · 1,4 ETP proposés jusqu’ici");
        picture[2].ShouldBe("Ctrl-C\u00A0: arrêter et garder ce qui est trouvé");
    }

    [Theory]
    [InlineData(60)]
    [InlineData(30)]
    [InlineData(10)]
    public void A_narrow_terminal_gets_no_line_longer_than_itself(int width) =>
        Drawn(width).ShouldAllBe(line => line.Length < width);

    [Fact]
    public async Task Without_a_terminal_nothing_but_plain_lines_is_written()
    {
        using var terminal = new FakeTerminal();
        var progress = new LiveProgress(terminal.Terminal, CliTexts.French);
        progress.Report(Halfway);

        await progress.ShowUntilAsync(Task.CompletedTask);

        terminal.Messages.ShouldNotContain("\u001b");
    }

    [Fact]
    public void The_first_stop_request_is_said_and_cancels_and_the_second_leaves()
    {
        var (said, left) = (0, 0);
        using var stop = new StopRequests(() => said++, code => left = code);

        stop.Receive();
        stop.Token.IsCancellationRequested.ShouldBeTrue();
        (said, left).ShouldBe((1, 0));

        stop.Receive();
        (said, left).ShouldBe((1, ExitCode.Stopped));
    }

    [Fact]
    public async Task On_a_terminal_the_lines_are_redrawn_in_place_and_leave_nothing()
    {
        using var terminal = new FakeTerminal(isLive: true);
        var progress = new LiveProgress(terminal.Terminal, CliTexts.French);

        await progress.ShowUntilAsync(Task.Delay(200, TestContext.Current.CancellationToken));

        terminal.Messages.ShouldContain("Préparation…");
        terminal.Messages.ShouldEndWith("\r\u001b[1A\u001b[J");
    }

    private static List<string> Drawn(int width)
    {
        using var terminal = new FakeTerminal(width);
        var progress = new LiveProgress(terminal.Terminal, CliTexts.French);
        progress.Report(Halfway);
        return [.. progress.Picture()];
    }
}
