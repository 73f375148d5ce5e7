using StaffPool.Domain.Calendar;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Tests.Scenarios;

public sealed class TroisResidencesTests
{
    [Fact]
    public void The_small_scenario_is_read_whole()
    {
        var scenario = ScenarioFiles.Load("trois-residences");

        scenario.Name.ShouldBe("trois-residences");
        scenario.Period.ShouldBe(Period.HalfYear(2026, 1));
        scenario.HasSyntheticValues.ShouldBeTrue();
        scenario.InputHash.Length.ShouldBe(64);
        scenario.Grouping.Members.Count.ShouldBe(3);
        scenario.Grouping.Sites.Select(s => s.Commune.InseeCode).ShouldBe(["80585", "80410", "80685"]);
        scenario.Grouping.Sites[2].Kind.ShouldBe(SiteKind.ResidentialHome);
        scenario.Grouping.Needs[5].Quantity.ShouldBe(new NeedQuantity(3.5m, NeedUnit.HoursPerWeeks, 2));
        scenario.Pins.ShouldHaveSingleItem().HalfDays.ShouldBe(13);
        var second = scenario.Grouping.Professionals[1];
        second.WorkingTime.ShouldBe(WorkingTimeRuleSet.Private);
        second.Consent.Allows(scenario.Grouping.Sites[0]).ShouldBeFalse();
        second.Consent.Allows(scenario.Grouping.Sites[2]).ShouldBeTrue();
    }

    [Fact]
    public void Its_figures_are_those_of_its_comment()
    {
        var problem = ScenarioFiles.Load("trois-residences").ToProblem();

        problem.Demands.Select(d => d.HalfDays).ShouldBe([140, 110, 46, 26, 52, 13]);
        problem.Grouping.Professionals.Select(problem.CapacityOf).ShouldBe([183, 114, 68, 45]);
        problem.MaxSites.ShouldBe(2);
        PlanChecker.CheckPins(problem).ShouldBeEmpty();
    }
}
