using StaffPool.Domain.Governance;
using StaffPool.Domain.Replacements;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Tests.Replacements;

public sealed class ReplacementSearchTests
{
    private static readonly LegalReference Test = new("essai", Confidence.Choice);

    [Fact]
    public void Whoever_knows_the_house_comes_before_whoever_lives_nearer()
    {
        var near = Pools.Person("near");
        var far = Pools.Person("far", site: 1) with { HalfDaysBySite = new Dictionary<string, int> { ["s0"] = 4 } };

        ReplacementSearch.Run(Pools.Pool([near, far]), Pools.Need(0, Pools.At(0))).Ranked.Ids().ShouldBe(["far", "near"]);
    }

    [Fact]
    public void The_agreement_orders_the_list()
    {
        var near = Pools.Person("near");
        var far = Pools.Person("far", site: 1) with { HalfDaysBySite = new Dictionary<string, int> { ["s0"] = 4 } };
        var terms = Pools.Terms(new DatedSetting(ReplacementSettings.Order, new(2020, 1, 1), (IReadOnlyList<string>)["distance", "knows-the-house"], Test));

        ReplacementSearch.Run(Pools.Pool([far, near], terms), Pools.Need(0, Pools.At(0))).Ranked.Ids().ShouldBe(["near", "far"]);
    }

    [Fact]
    public void A_criterion_that_does_not_exist_is_refused() => Should.Throw<DomainException>(
        () => Pools.Terms(new DatedSetting(ReplacementSettings.Order, new(2020, 1, 1), (IReadOnlyList<string>)["merite"], Test)))
        .Message.ShouldContain("merite");

    [Fact]
    public void Fewer_hours_over_the_contract_come_first_and_five_per_cent_are_equal()
    {
        var much = Pools.Person("much") with { HoursThisYear = 900 };
        var little = Pools.Person("little") with { HoursThisYear = 300 };
        var half = Pools.Person("half", fte: 0.5m) with { HoursThisYear = 300 };

        ReplacementSearch.Run(Pools.Pool([much, half, little]), Pools.Need(0, Pools.At(0))).Ranked.Ids().ShouldBe(["little", "half", "much"]);
    }

    [Fact]
    public void Part_of_the_half_days_is_better_than_none_and_what_is_left_has_its_reason()
    {
        var person = Pools.Person("p").Busy(new Engagement(Pools.At(1), Pools.Sites[2]));

        var candidate = ReplacementSearch.Run(Pools.Pool([person]), Pools.Need(0, Pools.At(0), Pools.At(1))).Ranked.ShouldHaveSingleItem();

        candidate.Covered.ShouldBe([Pools.At(0)]);
        candidate.Left.ShouldBe([Pools.At(1)]);
        candidate.Obstacles.ShouldHaveSingleItem().Obstacle.ShouldBe(Obstacle.Busy);
    }

    [Fact]
    public void An_urgent_presence_accepts_several_professions_in_order()
    {
        var need = Pools.Need(0, Pools.At(0)) with { Professions = [Pools.Dietician, Pools.Psychologist] };

        ReplacementSearch.Run(Pools.Pool([Pools.Person("a"), Pools.Person("b", Pools.Dietician)]), need).Ranked.Ids().ShouldBe(["b", "a"]);
    }

    [Fact]
    public void Whoever_learns_seconds_others_before_replacing_alone()
    {
        var pool = Pools.Pool([Pools.Person("observer") with { Stage = PoolStage.Observer }, Pools.Person("second") with { Stage = PoolStage.Second }]);
        var need = Pools.Need(0, Pools.At(0));

        ReplacementSearch.Run(pool, need).Ranked.ShouldBeEmpty();
        ReplacementSearch.Run(pool, need with { IsSeconded = true }).Ranked.Ids().ShouldBe(["second"]);
    }

    [Fact]
    public void Nobody_is_called_on_a_day_of_rest_unless_they_asked_for_it()
    {
        var saturday = Pools.Need(0, Pools.At(5));
        var asks = Pools.Person("asks") with { AcceptsRestDays = true };
        var offers = Pools.Person("offers") with { Offered = [new DutySpan(Pools.At(5), Pools.At(5, DutyPart.Afternoon))] };

        var list = ReplacementSearch.Run(Pools.Pool([Pools.Person("rests"), asks, offers]), saturday);

        list.Ranked.Ids().ShouldBe(["offers", "asks"]);
        list.Others.ShouldHaveSingleItem().Obstacles.ShouldHaveSingleItem().Obstacle.ShouldBe(Obstacle.Rest);
    }

    [Fact]
    public void A_week_that_holds_the_half_days_of_the_contract_leaves_days_of_rest()
    {
        var half = Pools.Person("half", fte: 0.2m).Busy(new Engagement(Pools.At(0), Pools.Sites[0]), new Engagement(Pools.At(1), Pools.Sites[0]));

        Pools.Pool([half]).IsAtRest(half, Pools.At(3)).ShouldBeTrue();
        Pools.Pool([half]).IsAtRest(half, Pools.At(1, DutyPart.Afternoon)).ShouldBeFalse();
        Pools.Pool([half]).IsAtRest(half, Pools.At(10)).ShouldBeFalse();
    }

    [Fact]
    public void A_holiday_is_a_day_of_rest()
    {
        var easterMonday = new Duty(new DateOnly(2027, 3, 29), DutyPart.Morning);

        Pools.Pool([Pools.Person("p")]).IsAtRest(Pools.Person("p"), easterMonday).ShouldBeTrue();
    }

    [Fact]
    public void Whoever_has_no_contract_on_the_day_is_not_on_the_list()
    {
        var gone = Pools.Person("gone") with { ContractUntil = Pools.Monday.AddDays(-1) };
        var soon = Pools.Person("soon") with { ContractFrom = Pools.Monday.AddDays(1) };

        var list = ReplacementSearch.Run(Pools.Pool([gone, soon]), Pools.Need(0, Pools.At(0), Pools.At(1)));

        list.Ranked.ShouldHaveSingleItem().Covered.ShouldBe([Pools.At(1)]);
        list.Others.ShouldHaveSingleItem().Obstacles.Select(o => o.Obstacle).ShouldBe([Obstacle.Contract]);
    }

    [Fact]
    public void Every_reason_is_said_with_names_and_the_funnel_adds_up()
    {
        var refuses = Pools.Person("refuses");
        refuses = refuses with { Professional = refuses.Professional with { Consent = new Consent { Refused = [Pools.Sites[0]] } } };
        var need = Pools.Need(0, Pools.At(0)) with { Qualifications = ["bilan"], Absent = Pools.Person("away").Professional };
        var pool = Pools.Pool([refuses, Pools.Person("away"), Pools.Person("other", Pools.Dietician)]);

        var list = ReplacementSearch.Run(pool, need);

        ObstacleSentences.Of(pool, need, refuses, list.Others[0].Obstacles).Select(v => v.Code).ShouldBe(["replacement.qualification", "replacement.consent"]);
        ObstacleSentences.Of(pool, need, refuses, list.Others[0].Obstacles)[1].Message.ToString().ShouldBe("A refusé d’intervenir à s0.");
        list.Funnel.Where(f => f.Stopped > 0).Select(f => (f.Obstacle, f.Left)).ShouldBe(
            [(Obstacle.Profession, 2), (Obstacle.IsAway, 1), (Obstacle.Qualification, 0)]);
        list.Funnel[^1].Left.ShouldBe(list.Ranked.Count);
    }

    [Fact]
    public void A_site_closed_on_the_day_needs_nobody()
    {
        var closed = Pools.Sites[0] with { Opening = new(210, 5) };
        var need = Pools.Need(0, Pools.At(5)) with { Site = closed };

        need.Assess().ShouldHaveSingleItem().Code.ShouldBe("replacement.need.closed");
        (need with { Duties = [] }).Assess().ShouldHaveSingleItem().Code.ShouldBe("replacement.need.empty");
        (Pools.Need(0, Pools.At(0)) with { Duties = [Pools.At(0), Pools.At(0)] }).Assess().ShouldHaveSingleItem().Code.ShouldBe("replacement.need.twice");
    }
}
