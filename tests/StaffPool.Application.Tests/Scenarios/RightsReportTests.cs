using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;

namespace StaffPool.Application.Tests.Scenarios;

public sealed class RightsReportTests
{
    [Fact]
    public async Task Votes_are_told_before_and_after_the_cap_with_their_shares()
    {
        var figures = (await Reports.RunAsync(Reports.Scenario())).Figures();

        figures["rights.votes.a.rights"].ShouldBe(60L);
        figures["rights.votes.a.raw-votes"].ShouldBe(60L);
        figures["rights.votes.a.votes"].ShouldBe(40L);
        figures["rights.votes.a.rights-percent"].ShouldBe(60m);
        figures["rights.votes.a.votes-percent"].ShouldBe(50m);
        figures["rights.votes.total.votes"].ShouldBe(80L);
        figures["rights.summary.members.value"].ShouldBe(3L);
    }

    [Fact]
    public async Task Each_day_on_which_rights_change_is_a_section_and_the_last_one_is_called_rights()
    {
        var later = new DateOnly(2024, 1, 1);
        var governance = Reports.Governance();
        var report = await Reports.RunAsync(Reports.Scenario(governance with
        {
            Figures = [.. governance.Figures, Reports.Figure("a", 20, later), Reports.Figure("b", 30, later), Reports.Figure("c", 10, later)],
            ShareValues = new ShareNominalValues([new(Reports.Founded, Money.FromEuros(10), Reports.Clause)]),
        }));

        report.Sections.Select(s => s.Id).ShouldBe(["rights-2020-01-01", "rights"]);
        var figures = report.Figures();
        figures["rights-2020-01-01.capital.total.capital"].ShouldBe(Money.FromEuros(1_000));
        figures["rights.capital.total.capital"].ShouldBe(Money.FromEuros(600));
        figures["rights.revision.a.difference"].ShouldBe(-40L);
        figures["rights.revision.total.difference"].ShouldBe(-40L);
    }

    [Fact]
    public async Task A_new_value_of_the_share_changes_the_capital_and_no_vote()
    {
        var report = await Reports.RunAsync(Reports.Scenario(Reports.Governance() with
        {
            ShareValues = new ShareNominalValues(
            [
                new(Reports.Founded, Money.FromEuros(1), Reports.Clause),
                new(new DateOnly(2023, 1, 1), Money.FromEuros(10), Reports.Clause),
            ]),
        }));

        var figures = report.Figures();
        figures["share-values.revaluation-2023-01-01.a.before"].ShouldBe(Money.FromEuros(60));
        figures["share-values.revaluation-2023-01-01.total.difference"].ShouldBe(Money.FromEuros(900));
        figures["rights.votes.a.votes"].ShouldBe(40L);
    }

    [Fact]
    public async Task The_register_tells_who_holds_which_numbers()
    {
        var register = ShareRegister.Empty.Issue("a", 6, Reports.Founded, Reports.Clause).Issue("b", 4, Reports.Founded, Reports.Clause);

        var figures = (await Reports.RunAsync(Reports.Scenario(Reports.Governance() with { Register = register }))).Figures();

        figures["share-register.holders.b.shares"].ShouldBe(4L);
        figures["share-register.holders.b.ranges"].ShouldBe("7–10");
        figures["share-register.holders.total.shares"].ShouldBe(10L);
    }

    [Fact]
    public async Task Every_figure_has_a_path_of_its_own_and_sums_agree()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var governance = Reports.Governance() with
            {
                Figures = [.. new[] { "a", "b", "c" }.Select(id => Reports.Figure(id, random.Next(1, 500)))],
            };

            var figures = (await Reports.RunAsync(Reports.Scenario(governance))).Figures();

            string[] members = ["a", "b", "c"];
            members.Sum(m => (long)figures[$"rights.votes.{m}.votes"]).ShouldBe((long)figures["rights.votes.total.votes"], $"seed {seed}");
            members.ShouldAllBe(m => (decimal)figures[$"rights.votes.{m}.votes-percent"] <= 50, $"seed {seed}");
        }
    }
}
