namespace StaffPool.Domain.Replacements;

/// <summary>One half-day left open, and who can serve it.</summary>
/// <param name="Need">Where and by whom.</param>
/// <param name="Duty">When.</param>
public sealed record OpenDuty(CoverNeed Need, Duty Duty);

/// <param name="Person">Who serves it.</param>
/// <param name="Open">What they serve.</param>
public sealed record Placement(PoolPerson Person, OpenDuty Open);

/// <summary>A less urgent half-day that makes room: same site, same week, another time.</summary>
/// <param name="Person">Whose.</param>
/// <param name="From">What they would have done.</param>
/// <param name="To">When they do it instead.</param>
public sealed record MovedHalfDay(PoolPerson Person, Engagement From, Duty To);

/// <summary>Who serves what several absences leave open, decided together.</summary>
public sealed record CoverPlan(IReadOnlyList<Placement> Placements, IReadOnlyList<MovedHalfDay> Moves)
{
    public static CoverPlan Empty { get; } = new([], []);

    /// <summary>People whose days change: each is told once.</summary>
    public int PeopleNotified => Placements.Select(p => p.Person).Concat(Moves.Select(m => m.Person)).Distinct().Count();

    /// <summary>
    /// The aims in order, the smaller the better: half-days left open, people notified, half-days moved, metres (one way for
    /// each half-day, as a day of two is one round trip).
    /// </summary>
    /// <param name="pool">Everybody.</param>
    /// <param name="open">What was to be served.</param>
    public CoverMeasure Measure(ReplacementPool pool, IReadOnlyList<OpenDuty> open) => new(
        open.Count - Placements.Count, PeopleNotified, Moves.Count, Placements.Sum(p => pool.MetresTo(p.Person, p.Open.Need.Site)));

    /// <summary>What one person would no longer do, and what they would do beside the rest.</summary>
    public (IReadOnlyList<Engagement> Freed, IReadOnlyList<Engagement> Added) ChangesOf(PoolPerson person) => (
        [.. Moves.Where(m => m.Person == person).Select(m => m.From)],
        [
            .. Placements.Where(p => p.Person == person).Select(p => new Engagement(p.Open.Duty, p.Open.Need.Site, p.Open.Need.IsUrgent)),
            .. Moves.Where(m => m.Person == person).Select(m => m.From with { Duty = m.To }),
        ]);
}

/// <param name="Uncovered">Half-days left open.</param>
/// <param name="Notified">People whose days change.</param>
/// <param name="Moved">Half-days moved.</param>
/// <param name="Metres">Travelled by those who replace.</param>
public readonly record struct CoverMeasure(long Uncovered, long Notified, long Moved, long Metres)
{
    public IReadOnlyList<long> InOrder => [Uncovered, Notified, Moved, Metres];
}

/// <summary>What each person could do about each open half-day, the law aside where several add up.</summary>
public sealed class CoverChoices
{
    /// <param name="pool">Everybody.</param>
    /// <param name="needs">What several absences leave open.</param>
    /// <param name="mayMove">Whether less urgent half-days may be moved.</param>
    public CoverChoices(ReplacementPool pool, IReadOnlyList<CoverNeed> needs, bool mayMove = true)
    {
        Pool = pool;
        Open = [.. needs.SelectMany(n => n.Duties.Select(d => new OpenDuty(n, d)))];
        Placements = [.. Open.SelectMany(o => PlacementsOf(o, mayMove))];
        Moves =
        [
            .. from placement in Placements
               let busy = pool.EngagementOf(placement.Person, placement.Open.Duty)
               where busy is not null
               group placement by (placement.Person, busy) into same
               from to in FreeTimes(same.Key.Person, same.Key.busy)
               select new MovedHalfDay(same.Key.Person, same.Key.busy, to),
        ];
    }

    public ReplacementPool Pool { get; }

    public IReadOnlyList<OpenDuty> Open { get; }

    /// <summary>Lawful each by itself.</summary>
    public IReadOnlyList<Placement> Placements { get; }

    public IReadOnlyList<MovedHalfDay> Moves { get; }

    private IEnumerable<Placement> PlacementsOf(OpenDuty open, bool mayMove) =>
        from profession in open.Need.Professions.Distinct()
        from place in Pool.Of(profession)
        let person = Pool.People[place]
        where ReplacementSearch.Lasting(Pool, open.Need, person).Count == 0
        let obstacle = ReplacementSearch.At(Pool, person, open.Duty)
        where obstacle is null || (mayMove && obstacle == Obstacle.Busy && Pool.EngagementOf(person, open.Duty) is { IsUrgent: false })
        let freed = Pool.EngagementOf(person, open.Duty) is { } busy ? new[] { busy } : []
        where Pool.Legal(person, freed, [new Engagement(open.Duty, open.Need.Site, open.Need.IsUrgent)]).Count == 0
        select new Placement(person, open);

    private IEnumerable<Duty> FreeTimes(PoolPerson person, Engagement busy)
    {
        var monday = Calendar.Days.MondayOf(busy.Duty.Day);
        return
            from duty in new DutySpan(new Duty(monday, DutyPart.Morning), new Duty(monday.AddDays(6), DutyPart.Afternoon)).HalfDays()
            where busy.Site.Opening.IsOpen(duty.Day) && ReplacementSearch.At(Pool, person, duty) is null
            where Pool.Legal(person, [busy], [busy with { Duty = duty }]).Count == 0
            select duty;
    }
}
