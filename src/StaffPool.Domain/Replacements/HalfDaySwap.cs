using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Replacements;

/// <param name="Person">Who gives.</param>
/// <param name="Gives">The one half-day, or night, that they give: where, of which profession, with which qualifications.</param>
public sealed record SwapSide(PoolPerson Person, CoverNeed Gives)
{
    public Duty Duty => Gives.Duties[0];

    /// <summary>What is given, as the calendar of the person has it.</summary>
    public Engagement Engagement => new(Duty, Gives.Site, Gives.IsUrgent);
}

/// <param name="Other">With whom, and what they would give.</param>
/// <param name="DaysApart">Between the two half-days.</param>
/// <param name="ExtraMetres">Longer way of both together, one way; negative where the swap shortens it.</param>
public sealed record SwapChoice(SwapSide Other, int DaysApart, long ExtraMetres);

/// <summary>
/// Two people exchange a half-day each: docs/remplacements.md. A swap is sound when each could serve what the other gives, once
/// they have given theirs: the rules are those of a replacement, the law included. A day of rest stands in nobody's way: nobody
/// swaps without having accepted.
/// </summary>
public static class HalfDaySwap
{
    /// <summary>Everything that stands in the way of a swap; empty where it is sound.</summary>
    public static IReadOnlyList<Violation> Assess(ReplacementPool pool, SwapSide first, SwapSide second)
    {
        if (first.Person == second.Person || (first.Duty == second.Duty && first.Gives.Site == second.Gives.Site))
        {
            return [Breach("swap.nothing", first)];
        }

        List<Violation> missing = [.. new[] { first, second }
            .Where(s => pool.EngagementOf(s.Person, s.Duty)?.Site != s.Gives.Site)
            .Select(s => Breach("swap.not-theirs", s, s.Person.Professional.Name, ObstacleSentences.Say(s.Gives.Duties), s.Gives.Site.Name))];
        return missing.Count > 0 ? missing : [.. Taking(pool, first, second), .. Taking(pool, second, first)];
    }

    /// <summary>The sound swaps among some: the nearest day first, then the shortest way.</summary>
    /// <param name="pool">Everybody.</param>
    /// <param name="given">What somebody gives.</param>
    /// <param name="others">What others could give.</param>
    public static IReadOnlyList<SwapChoice> Choices(ReplacementPool pool, SwapSide given, IEnumerable<SwapSide> others) =>
    [
        .. from other in others
           where Assess(pool, given, other).Count == 0
           let choice = new SwapChoice(other, Math.Abs(other.Duty.Day.DayNumber - given.Duty.Day.DayNumber), ExtraMetres(pool, given, other))
           orderby choice.DaysApart, choice.ExtraMetres, other.Duty, other.Person.Professional.Id
           select choice,
    ];

    private static IEnumerable<Violation> Taking(ReplacementPool pool, SwapSide taker, SwapSide giver)
    {
        var (person, need) = (taker.Person, giver.Gives);
        var found = ReplacementSearch.Lasting(pool, need, person).ToList();
        if (ReplacementSearch.At(pool, person, giver.Duty) is { } obstacle and not Obstacle.Rest
            && !(obstacle == Obstacle.Busy && giver.Duty == taker.Duty)
            && found.All(f => f.Obstacle != obstacle))
        {
            found.Add(new ObstacleFound(obstacle, need.Duties));
        }

        if (found.Count == 0)
        {
            found.AddRange(pool.Legal(person, [taker.Engagement], [giver.Engagement]).Select(b => new ObstacleFound(Obstacle.Legal, need.Duties, b)));
        }

        return ObstacleSentences.Of(pool, need, person, found)
            .Select(v => v with { Message = ReplacementTexts.Of("swap.of", person.Professional.Name, v.Message) });
    }

    private static long ExtraMetres(ReplacementPool pool, SwapSide first, SwapSide second) =>
        pool.MetresTo(first.Person, second.Gives.Site) + pool.MetresTo(second.Person, first.Gives.Site)
        - pool.MetresTo(first.Person, first.Gives.Site) - pool.MetresTo(second.Person, second.Gives.Site);

    private static Violation Breach(string code, SwapSide about, params object?[] arguments) =>
        new($"replacement.{code}", Severity.Blocking, ReplacementTexts.Of(code, arguments), [about.Person.Professional.Id, about.Gives.Site.Id]);
}
