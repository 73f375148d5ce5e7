using StaffPool.Application.Governance;
using StaffPool.Domain.Governance.Assemblies;

namespace StaffPool.Application.Tests.Scenarios;

public sealed class AssemblyReportTests
{
    private static readonly DateOnly Day = new(2022, 6, 20);

    [Fact]
    public async Task A_motion_passes_by_the_votes_and_tells_each_condition()
    {
        var figures = await FiguresAsync(Reports.Assembly(Day, Reports.Of("a", "c"), Reports.Of("b")));

        figures["assembly-ag-2022.motions.m.passed"].ShouldBe(true);
        figures["assembly-ag-2022.motions.m.for"].ShouldBe(50L);
        figures["assembly-ag-2022.motions.m.against"].ShouldBe(30L);
        figures["assembly-ag-2022.motion-m.majority.met"].ShouldBe(true);
        figures["assembly-ag-2022.findings.blocking.count"].ShouldBe(0L);
    }

    [Fact]
    public async Task The_half_of_the_votes_is_no_majority_and_the_shortfall_is_told()
    {
        var figures = await FiguresAsync(Reports.Assembly(Day, Reports.Of("a"), Reports.Of("b", "c")));

        figures["assembly-ag-2022.motions.m.passed"].ShouldBe(false);
        figures["assembly-ag-2022.motion-m.majority.reached"].ShouldBe(40L);
        figures["assembly-ag-2022.motion-m.majority.shortfall"].ShouldBe(1L);
    }

    [Fact]
    public async Task Without_a_quorum_the_last_day_of_the_second_call_is_told()
    {
        var figures = await FiguresAsync(Reports.Assembly(Day, Reports.Of("c"), Reports.Of()) with { Present = Reports.Of("c") });

        figures["assembly-ag-2022.quorum.quorum.met"].ShouldBe(false);
        figures["assembly-ag-2022.quorum.quorum.reached"].ShouldBe(10L);
        figures["assembly-ag-2022.notice.second-call-last-day.value"].ShouldBeOfType<DateOnly>();
        figures["assembly-ag-2022.motions.m.passed"].ShouldBe(false);
    }

    [Fact]
    public async Task A_sitting_before_there_are_rights_says_why_it_cannot_be_held()
    {
        var report = await Reports.RunAsync(Reports.Scenario(Reports.Governance() with
        {
            Assemblies = [Reports.Assembly(new DateOnly(2019, 6, 20), Reports.Of("a"), Reports.Of())],
        }));

        var sitting = report.Sections.Single(s => s.Id == "assembly-ag-2019");
        sitting.Tables.ShouldBeEmpty();
        sitting.Findings.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_year_over_without_an_assembly_is_a_finding()
    {
        var report = await Reports.RunAsync(Reports.Scenario(Reports.Governance() with
        {
            Assemblies =
            [
                Reports.Assembly(Day, Reports.Of("a"), Reports.Of()),
                Reports.Assembly(Day.AddYears(2), Reports.Of("a"), Reports.Of()),
            ],
        }));

        report.Codes("assemblies").ShouldBe([MembersMeetEveryYear.Code]);
        var figures = report.Figures();
        figures["assemblies.by-year.2022.held"].ShouldBe(1L);
        figures["assemblies.by-year.2023.held"].ShouldBe(0L);
        figures["assemblies.by-year.2023.needed"].ShouldBe(1L);
        figures.Keys.ShouldNotContain("assemblies.by-year.2024.held");
    }

    [Fact]
    public async Task The_day_looked_at_says_which_years_are_over()
    {
        var governance = Reports.Governance() with { Assemblies = [Reports.Assembly(Day, Reports.Of("a"), Reports.Of())] };
        (await Reports.RunAsync(Reports.Scenario(governance))).Sections.ShouldNotContain(s => s.Id == "assemblies");

        var later = await Reports.RunAsync(Reports.Scenario(governance with
        {
            Life = new DeclaredLife { On = new DateOnly(2025, 3, 1), Memberships = [] },
        }));

        later.Sections.Single(s => s.Id == "assemblies").Tables[0].Rows.Select(r => r.Id).ShouldBe(["2022", "2023", "2024"]);
    }

    private static async Task<IReadOnlyDictionary<string, object>> FiguresAsync(DeclaredAssembly assembly) =>
        (await Reports.RunAsync(Reports.Scenario(Reports.Governance() with { Assemblies = [assembly] }))).Figures();
}
