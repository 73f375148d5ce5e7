using StaffPool.Domain.Calculations;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Replacements;

/// <summary>
/// Finds who can serve what an absence leaves open: docs/remplacements.md. Legal limits are looked at last, and only
/// for people whom nothing else stops: nobody is asked before.
/// </summary>
public static class ReplacementSearch
{
    private static readonly ObstacleFound[] OtherProfession = [new(Obstacle.Profession, [])];

    public static ReplacementList Run(ReplacementPool pool, CoverNeed need)
    {
        var rankOf = new int[pool.People.Count];
        Array.Fill(rankOf, -1);
        for (var rank = need.Professions.Count - 1; rank >= 0; rank--)
        {
            foreach (var place in pool.Of(need.Professions[rank]))
            {
                rankOf[place] = rank;
            }
        }

        var ranked = new List<RankedCandidate>();
        var others = new List<ExcludedPerson>();
        var stopped = new int[Enum.GetValues<Obstacle>().Length];
        var prices = new Dictionary<string, Money>(StringComparer.Ordinal);
        for (var place = 0; place < pool.People.Count; place++)
        {
            var person = pool.People[place];
            var found = rankOf[place] < 0 ? new ExcludedPerson(person, OtherProfession) : Assess(pool, need, person, rankOf[place], prices, ranked);
            if (found is not null)
            {
                others.Add(found);
                stopped[(int)found.Obstacles[0].Obstacle]++;
            }
        }

        return new ReplacementList(need, InOrder(ranked, pool.Terms), others, Funnel(pool.People.Count, stopped));
    }

    /// <summary>What stops one person from serving anything of a need, whatever the day.</summary>
    public static IReadOnlyList<ObstacleFound> Lasting(ReplacementPool pool, CoverNeed need, PoolPerson person)
    {
        var professional = person.Professional;
        var found = new List<ObstacleFound>();
        void Add(Obstacle obstacle, bool isThere)
        {
            if (isThere)
            {
                found.Add(new ObstacleFound(obstacle, []));
            }
        }

        Add(Obstacle.Profession, !need.Professions.Contains(professional.Profession));
        Add(Obstacle.IsAway, professional == need.Absent);
        Add(Obstacle.Contract, !need.Duties.Any(d => person.IsUnderContract(d.Day)));
        Add(Obstacle.Qualification, need.Qualifications.Any(q => !professional.Qualifications.Contains(q, StringComparer.OrdinalIgnoreCase)));
        Add(Obstacle.Consent, !professional.Consent.Allows(need.Site));
        Add(Obstacle.Status, !need.Site.AcceptedStatuses.Contains(professional.Status));
        Add(Obstacle.Distance, pool.IsOutOfReach(person, need.Site));
        Add(Obstacle.Stage, person.Stage < (need.IsSeconded ? PoolStage.Second : PoolStage.Autonomous));
        return found;
    }

    /// <summary>What stops one person from serving one half-day, the law aside; null for nothing.</summary>
    public static Obstacle? At(ReplacementPool pool, PoolPerson person, Duty duty) =>
        !person.IsUnderContract(duty.Day) ? Obstacle.Contract
        : person.Away.Any(a => a.Contains(duty)) ? Obstacle.Absent
        : pool.EngagementOf(person, duty) is not null ? Obstacle.Busy
        : !person.AcceptsRestDays && pool.IsAtRest(person, duty) ? Obstacle.Rest
        : null;

    /// <summary>Adds the person to the ranked where they can serve something, else says why not.</summary>
    private static ExcludedPerson? Assess(
        ReplacementPool pool, CoverNeed need, PoolPerson person, int rank, Dictionary<string, Money> prices, List<RankedCandidate> ranked)
    {
        if (Lasting(pool, need, person) is { Count: > 0 } lasting)
        {
            return new ExcludedPerson(person, lasting);
        }

        var (free, obstacles) = FreeTimes(pool, need, person);
        var covered = Lawful(pool, need, person, free, obstacles);
        if (covered.Count == 0)
        {
            return new ExcludedPerson(person, [.. obstacles.OrderBy(o => o.Obstacle)]);
        }

        ranked.Add(new RankedCandidate
        {
            Person = person,
            Covered = covered,
            Left = covered.Count == need.Duties.Count ? [] : [.. need.Duties.Except(covered)],
            Obstacles = obstacles,
            ProfessionRank = rank,
            IsOffered = covered.All(d => person.Offered.Any(o => o.Contains(d))),
            HalfDaysOnSite = person.HalfDaysBySite.GetValueOrDefault(need.Site.Id),
            Metres = pool.MetresTo(person, need.Site),
            HoursOfContract = person.HoursThisYear / HoursOf(person.Professional),
            Cost = CostOf(pool, need, person, covered, prices),
        });
        return null;
    }

    private static (List<Duty> Free, List<ObstacleFound> Obstacles) FreeTimes(ReplacementPool pool, CoverNeed need, PoolPerson person)
    {
        var free = new List<Duty>(need.Duties.Count);
        var obstacles = new List<ObstacleFound>();
        foreach (var duty in need.Duties)
        {
            if (At(pool, person, duty) is { } obstacle)
            {
                obstacles.Add(new ObstacleFound(obstacle, [duty]));
            }
            else
            {
                free.Add(duty);
            }
        }

        return (free, obstacles);
    }

    // All at once where the law allows it, else one after the other in the order of the calendar.
    private static List<Duty> Lawful(ReplacementPool pool, CoverNeed need, PoolPerson person, List<Duty> free, List<ObstacleFound> obstacles)
    {
        if (free.Count == 0 || pool.Legal(person, [], Engaged(need, free)).Count == 0)
        {
            return free;
        }

        var kept = new List<Duty>(free.Count);
        foreach (var duty in free)
        {
            kept.Add(duty);
            if (pool.Legal(person, [], Engaged(need, kept)) is { Count: > 0 } breaches)
            {
                kept.RemoveAt(kept.Count - 1);
                obstacles.Add(new ObstacleFound(Obstacle.Legal, [duty], breaches[0]));
            }
        }

        return kept;
    }

    private static Engagement[] Engaged(CoverNeed need, List<Duty> duties) => [.. duties.Select(d => new Engagement(d, need.Site, need.IsUrgent))];

    private static decimal HoursOf(Professional professional) => professional.FullTimeEquivalent * professional.WorkingTime.AnnualHours;

    // Hours cost the same for everybody; kilometres do not.
    private static Money CostOf(ReplacementPool pool, CoverNeed need, PoolPerson person, List<Duty> covered, Dictionary<string, Money> prices)
    {
        var key = string.Join(' ', covered.Select(d => (d.Day.DayNumber * 3) + (int)d.Part));
        if (!prices.TryGetValue(key, out var work))
        {
            var price = InterventionPrice.Of(pool.Terms, covered, null, need.Site.Opening.Holidays, 0, 0);
            prices.Add(key, work = price.Work.Value + price.Surcharge.Value);
        }

        var days = covered.Select(d => d.Day).Distinct().Count();
        var kilometres = days * 2 * pool.MetresTo(person, need.Site) / 1000m;
        return work + pool.Terms.Mileage.Repay(Costs.Staff.VehicleClass.CarUpTo5Cv, person.KilometresThisYear, kilometres).Value;
    }

    private static List<RankedCandidate> InOrder(List<RankedCandidate> ranked, ReplacementTerms terms)
    {
        var keyed = ranked.ConvertAll(c => (Candidate: c, Figures: terms.Order.Select(o => o.Figure(c, terms)).ToArray()));
        keyed.Sort((a, b) =>
        {
            for (var i = 0; i < a.Figures.Length; i++)
            {
                if (a.Figures[i] != b.Figures[i])
                {
                    return a.Figures[i].CompareTo(b.Figures[i]);
                }
            }

            return string.CompareOrdinal(a.Candidate.Person.Professional.Id, b.Candidate.Person.Professional.Id);
        });
        return keyed.ConvertAll(k => k.Candidate);
    }

    private static List<FunnelStep> Funnel(int people, int[] stopped)
    {
        var left = people;
        var steps = new List<FunnelStep> { new(null, 0, people) };
        foreach (var obstacle in Enum.GetValues<Obstacle>())
        {
            left -= stopped[(int)obstacle];
            steps.Add(new FunnelStep(obstacle, stopped[(int)obstacle], left));
        }

        return steps;
    }
}
