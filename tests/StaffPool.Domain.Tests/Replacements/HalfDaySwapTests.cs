using StaffPool.Domain.Governance;
using StaffPool.Domain.Replacements;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Tests.Replacements;

public sealed class HalfDaySwapTests
{
    private static readonly Duty MondayMorning = Pools.At(0);
    private static readonly Duty WednesdayMorning = Pools.At(2);

    [Fact]
    public void Two_of_one_profession_swap_and_the_way_of_both_is_told()
    {
        var (anne, paul) = (Pools.Person("anne", site: 0).Busy(On(MondayMorning, 1)), Pools.Person("paul", site: 1).Busy(On(WednesdayMorning, 0)));
        var pool = Pools.Pool([anne, paul]);

        var choice = HalfDaySwap.Choices(pool, Side(anne), [Side(paul)]).ShouldHaveSingleItem();

        choice.Other.Person.ShouldBe(paul);
        choice.DaysApart.ShouldBe(2);
        // Each drove some 20 km to the base of the other.
        choice.ExtraMetres.ShouldBe(-2 * pool.MetresTo(anne, Pools.Sites[1]));
    }

    [Fact]
    public void Two_who_are_elsewhere_at_the_same_time_swap_their_places()
    {
        var (anne, paul) = (Pools.Person("anne").Busy(On(MondayMorning, 1)), Pools.Person("paul").Busy(On(MondayMorning, 0)));

        HalfDaySwap.Assess(Pools.Pool([anne, paul]), Side(anne), Side(paul)).ShouldBeEmpty();
    }

    [Fact]
    public void What_stands_in_the_way_is_said_of_whom_it_concerns()
    {
        var anne = Pools.Person("anne").Busy(On(MondayMorning, 0));
        var dietician = Pools.Person("diane", Pools.Dietician).Busy(On(WednesdayMorning, 0));
        var busy = Pools.Person("paul").Busy(On(WednesdayMorning, 0), On(MondayMorning, 1));
        var pool = Pools.Pool([anne, dietician, busy]);

        HalfDaySwap.Assess(pool, Side(anne), Side(dietician)).Select(v => v.Code).ShouldBe(["replacement.profession", "replacement.profession"]);
        var refused = HalfDaySwap.Assess(pool, Side(anne), Side(busy)).ShouldHaveSingleItem();
        refused.Code.ShouldBe("replacement.busy");
        refused.Message.ToString().ShouldStartWith("Agent paul");
        HalfDaySwap.Assess(pool, Side(anne), Side(anne)).Select(v => v.Code).ShouldBe(["replacement.swap.nothing"]);
        HalfDaySwap.Assess(pool, Side(anne) with { Gives = NeedOf(On(Pools.At(1), 0)) }, Side(busy)).Select(v => v.Code).ShouldBe(["replacement.swap.not-theirs"]);
    }

    [Fact]
    public void The_law_is_asked_with_what_is_given_taken_away()
    {
        // Eleven hours of rest after the night: the morning after it cannot be taken, unless that very night is given.
        var night = Pools.Person("anne").Busy(On(Pools.At(0, DutyPart.Night), 0));
        var free = Pools.Person("paul").Busy(On(Pools.At(1), 0));
        var tired = Pools.Person("luc").Busy(On(Pools.At(0, DutyPart.Night), 0), On(Pools.At(3), 0));
        var pool = Pools.Pool([night, free, tired]);

        HalfDaySwap.Assess(pool, Side(night), Side(free)).ShouldBeEmpty();
        HalfDaySwap.Assess(pool, new SwapSide(tired, NeedOf(On(Pools.At(3), 0))), Side(free)).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_swap_is_sound_exactly_when_each_could_replace_the_other_had_they_never_had_their_own_half_day()
    {
        var random = new Random(20270308);
        var (sound, unsound, codes) = (0, 0, new HashSet<string>(StringComparer.Ordinal));
        for (var round = 0; round < 3_000; round++)
        {
            var (first, second) = (Draw(random, "a"), Draw(random, "b"));
            var pool = Pool(first, second);
            var (one, two) = (Side(first), Side(second));
            if (one.Duty == two.Duty && one.Gives.Site == two.Gives.Site)
            {
                continue;
            }

            var breaches = HalfDaySwap.Assess(pool, one, two);

            (breaches.Count == 0).ShouldBe(CouldReplace(first, second) && CouldReplace(second, first), $"round {round}");
            breaches.Select(b => b.Code).Order().ShouldBe(HalfDaySwap.Assess(pool, two, one).Select(b => b.Code).Order());
            HalfDaySwap.Choices(pool, one, [two]).Count.ShouldBe(breaches.Count == 0 ? 1 : 0);
            (sound, unsound) = breaches.Count == 0 ? (sound + 1, unsound) : (sound, unsound + 1);
            codes.UnionWith(breaches.Select(b => b.Code));
        }

        sound.ShouldBeGreaterThan(200);
        unsound.ShouldBeGreaterThan(200);
        codes.ShouldBe(
            [.. new[] { Obstacle.Profession, Obstacle.Contract, Obstacle.Consent, Obstacle.Distance, Obstacle.Stage, Obstacle.Absent, Obstacle.Busy, Obstacle.Legal }
                .Select(o => $"replacement.{ObstacleSentences.Code(o)}")],
            ignoreOrder: true);
    }

    /// <summary>By the list of replacements, in a pool in which the taker never had the half-day that they give, and rests on no day.</summary>
    private static bool CouldReplace(PoolPerson taker, PoolPerson giver)
    {
        var without = taker with { Engagements = [.. taker.Engagements.Skip(1)], AcceptsRestDays = true };
        var list = ReplacementSearch.Run(Pool(without), Side(giver).Gives);
        return list.Ranked.Any(c => c.Left.Count == 0);
    }

    private static ReplacementPool Pool(params PoolPerson[] people) => Pools.Pool(
        people,
        Pools.Terms(new DatedSetting(AgreementSettings.DistanceFromBase, new(2020, 1, 1), new DistanceLimit(45, LimitMode.Hard), new LegalReference("essai", Confidence.Choice))),
        AtMostThree);

    // A law simple enough to be seen through: no more than three half-days in all.
    private static IReadOnlyList<Violation> AtMostThree(PoolPerson person, IReadOnlyList<Engagement> freed, IReadOnlyList<Engagement> added) =>
        person.Engagements.Count - freed.Count + added.Count > 3 ? [new Violation("three", Severity.Blocking, new Text(null!, "three", []), [])] : [];

    private static PoolPerson Draw(Random random, string id)
    {
        var person = Pools.Person(id, random.Next(10) == 0 ? Pools.Dietician : null, random.Next(4));
        var slots = Enumerable.Range(0, 10).OrderBy(_ => random.Next()).Take(1 + random.Next(4))
            .Select(i => On(Pools.At(i / 2, (DutyPart)(i % 2)), random.Next(3))).ToArray();
        return person.Busy(slots) with
        {
            Stage = random.Next(12) == 0 ? PoolStage.Second : PoolStage.Autonomous,
            ContractUntil = random.Next(12) == 0 ? Pools.Monday.AddDays(random.Next(5)) : null,
            Away = random.Next(8) == 0 ? [new DutySpan(Pools.At(random.Next(5)), Pools.At(4, DutyPart.Night))] : [],
            Professional = person.Professional with
            {
                Consent = random.Next(8) == 0 ? person.Professional.Consent with { Refused = [Pools.Sites[random.Next(3)]] } : person.Professional.Consent,
            },
        };
    }

    private static Engagement On(Duty duty, int site) => new(duty, Pools.Sites[site]);

    private static SwapSide Side(PoolPerson person) => new(person, NeedOf(person.Engagements[0]) with { Professions = [person.Professional.Profession] });

    private static CoverNeed NeedOf(Engagement given) => new() { Id = "given", Site = given.Site, Professions = [Pools.Psychologist], Duties = [given.Duty] };
}
