using StaffPool.Application.Scenarios;
using StaffPool.Documents.Scenarios;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Needs;

namespace StaffPool.Documents.Tests.Scenarios;

public sealed class ChangeReaderTests
{
    private static readonly Scenario Scenario = ScenarioFiles.Load("trois-residences");

    [Fact]
    public void Settings_are_written_as_in_the_scenario_file()
    {
        var problem = Changed(
            (ChangeKind.Setting, "sites.max-per-professional=3"),
            (ChangeKind.Setting, "distance.from-base=30km:hard"),
            (ChangeKind.Setting, "distance.between-sites = waived"),
            (ChangeKind.Setting, "sites.base-counts=false")).ToProblem();

        problem.MaxSites.ShouldBe(3);
        problem.DistanceFromBase.ShouldBe(new DistanceLimit(30, LimitMode.Hard));
        problem.DistanceBetweenSites.Mode.ShouldBe(LimitMode.Waived);
        problem.BaseSiteCounts.ShouldBeFalse();
        Scenario.ToProblem().MaxSites.ShouldBe(2);
    }

    [Fact]
    public void Needs_are_quantities_of_the_scenario_file_and_may_be_new()
    {
        var changed = Changed((ChangeKind.Need, "les-acacias/dieteticien=21 hours/2 weeks"), (ChangeKind.WithoutMember, "foyer-erables"));

        changed.Grouping.Needs.Single(n => n.Id == "les-acacias/dieteticien").Quantity.ShouldBe(new NeedQuantity(21, NeedUnit.HoursPerWeeks, 2));
        changed.Grouping.Needs.Count.ShouldBe(4);
        changed.Pins.ShouldBeEmpty();
    }

    [Fact]
    public void People_come_leave_and_work_more_or_less()
    {
        var changed = Changed(
            (ChangeKind.FullTimeEquivalent, "ergo-1=0.4"), (ChangeKind.WithoutProfessional, "ergo-2"), (ChangeKind.Post, "dieteticien@les-erables=0.5"));

        changed.Grouping.Professionals.Select(p => (p.Id, p.FullTimeEquivalent))
            .ShouldBe([("ergo-1", 0.4m), ("diet-1", 0.3m), ("diet-2", 0.2m), ("poste-dieteticien-1", 0.5m)]);
        changed.Grouping.Professionals[3].Base.Id.ShouldBe("les-erables");
    }

    [Fact]
    public void Every_wrong_change_is_said_at_once_with_what_was_meant()
    {
        var reading = ChangeReader.Read(
            Scenario,
            [
                new(ChangeKind.Setting, "sites.max-per-professionel=4"), new(ChangeKind.Setting, "sites.max-per-professional"),
                new(ChangeKind.Setting, "distance.from-base=30"), new(ChangeKind.Need, "les-acacias/dietetiste=0.4 fte"),
                new(ChangeKind.FullTimeEquivalent, "ergo-1=1.8"), new(ChangeKind.Post, "dieteticien=0.5"),
                new(ChangeKind.WithoutProfessional, "ergo-9"),
            ]);

        reading.Changes.ShouldBeEmpty();
        reading.Problems.Select(p => (p.Line, p.Message.Key)).ShouldBe(
        [
            (1, "reference.unknown"), (2, "change.setting"), (3, "key.missing"), (4, "reference.unknown"), (5, "number.range"),
            (6, "change.post"), (7, "reference.unknown"),
        ]);
        reading.Problems[0].Advice.ToString().ShouldBe("Vouliez-vous dire\u00A0: sites.max-per-professional\u00A0?");
    }

    [Fact]
    public void Changes_that_leave_nothing_to_plan_are_refused() =>
        ChangeReader.Read(
            Scenario,
            [new(ChangeKind.WithoutMember, "ehpad-tilleuls"), new(ChangeKind.WithoutMember, "fondation-acacias"), new(ChangeKind.WithoutMember, "foyer-erables")])
            .Problems.ShouldHaveSingleItem().Message.Key.ShouldBe("change.empty");

    [Fact]
    public void Pins_are_read_and_a_cell_is_pinned_once()
    {
        ChangeReader.ReadPins(Scenario, ["ergo-1:les-erables/ergotherapeute=20"]).Pins
            .ShouldHaveSingleItem().HalfDays.ShouldBe(20);
        ChangeReader.ReadPins(Scenario, ["ergo-1:les-erables/ergotherapeute=20", "ergo-1:les-erables/ergotherapeute=30", "ergo-1=3", "ergo-1:les-erables/ergotherapeute=-1"])
            .Problems.Select(p => p.Message.Key).ShouldBe(["change.pin-twice", "change.pin", "number.negative", "change.pin-twice"], ignoreOrder: true);
    }

    private static Scenario Changed(params (ChangeKind Kind, string Text)[] written)
    {
        var reading = ChangeReader.Read(Scenario, [.. written.Select(w => new WrittenChange(w.Kind, w.Text))]);
        reading.Problems.ShouldBeEmpty();
        return reading.Changes.Aggregate(Scenario, (s, change) => change.ApplyTo(s));
    }
}
