using StaffPool.Domain.Calendar;
using StaffPool.Domain.Replacements;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Tests.Replacements;

public sealed class TrainingBlockTests
{
    private static readonly HolidayCalendar France = HolidayCalendar.France;

    [Fact]
    public void A_block_leaves_out_week_ends_and_public_holidays()
    {
        // Friday before Easter 2027 to the Tuesday after it.
        TrainingBlock.DutiesOf(new(2027, 3, 26), new(2027, 3, 30), mornings: true, afternoons: false, France)
            .ShouldBe([new Duty(new(2027, 3, 26), DutyPart.Morning), new Duty(new(2027, 3, 30), DutyPart.Morning)]);
        TrainingBlock.DutiesOf(Pools.Monday, Pools.Monday, mornings: true, afternoons: true, France).ShouldBe([Pools.At(0), Pools.At(0, DutyPart.Afternoon)]);
        TrainingBlock.DutiesOf(Pools.Monday.AddDays(5), Pools.Monday.AddDays(6), mornings: true, afternoons: true, France).ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_observes_far_away_and_without_consent_may_learn_but_not_while_they_work_are_away_or_beyond_the_law()
    {
        var learner = Pools.Person("anne") with { Stage = PoolStage.Observer };
        learner = learner with { Professional = learner.Professional with { Consent = new Consent { Refused = [Pools.Sites[3]] } } };
        var busy = learner.Busy(new Engagement(Pools.At(0), Pools.Sites[0]));
        var away = learner with { Away = [new DutySpan(Pools.At(0), Pools.At(0, DutyPart.Night))] };
        var tired = learner.Busy(new Engagement(Pools.At(-1, DutyPart.Night), Pools.Sites[3]));

        Assess(learner).ShouldBeEmpty();
        Assess(busy).ShouldBe(["replacement.busy"]);
        Assess(away).ShouldBe(["replacement.absent"]);
        Assess(tired).ShouldBe(["replacement.legal"]);
    }

    private static IEnumerable<string> Assess(PoolPerson person) =>
        TrainingBlock.Assess(Pools.Pool([person]), person, Pools.Need(3, Pools.At(0))).Select(v => v.Code).Distinct();
}
