using StaffPool.Domain.Calendar;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Replacements;

/// <summary>Everybody who may replace, arranged so that a list takes milliseconds over thousands of people.</summary>
public sealed class ReplacementPool
{
    private readonly Dictionary<Profession, List<int>> byProfession = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Dictionary<Duty, Engagement>[] engagements;
    private readonly Dictionary<DateOnly, int>[] halfDaysOfWeek;
    private readonly HashSet<(Professional, Site)> waived;

    /// <param name="people">Each once.</param>
    /// <param name="distances">Between sites.</param>
    /// <param name="terms">Of the agreement.</param>
    /// <param name="legal">Legal limits.</param>
    /// <param name="waivers">Pairs for which the limit of distance is lifted.</param>
    public ReplacementPool(
        IReadOnlyList<PoolPerson> people, DistanceMatrix distances, ReplacementTerms terms, LegalCheck legal, IReadOnlyList<DistanceWaiver> waivers)
    {
        (People, Distances, Terms, Legal) = (people, distances, terms, legal);
        waived = [.. waivers.Select(w => (w.Professional, w.Site))];
        engagements = new Dictionary<Duty, Engagement>[people.Count];
        halfDaysOfWeek = new Dictionary<DateOnly, int>[people.Count];
        for (var i = 0; i < people.Count; i++)
        {
            places.Add(people[i].Professional.Id, i);
            if (!byProfession.TryGetValue(people[i].Professional.Profession, out var fellows))
            {
                byProfession.Add(people[i].Professional.Profession, fellows = []);
            }

            fellows.Add(i);
            Arrange(i);
        }
    }

    public IReadOnlyList<PoolPerson> People { get; }

    public DistanceMatrix Distances { get; }

    public ReplacementTerms Terms { get; }

    public LegalCheck Legal { get; }

    /// <summary>Places in <see cref="People"/> of those of one profession.</summary>
    public IReadOnlyList<int> Of(Profession profession) => byProfession.TryGetValue(profession, out var fellows) ? fellows : [];

    /// <summary>Somebody by their identifier, or null.</summary>
    public PoolPerson? Find(string professionalId) => places.TryGetValue(professionalId, out var place) ? People[place] : null;

    /// <summary>What a person does at a time, or null.</summary>
    public Engagement? EngagementOf(PoolPerson person, Duty duty) =>
        engagements[places[person.Professional.Id]].GetValueOrDefault(duty);

    public long MetresTo(PoolPerson person, Site site) => Distances.Between(person.Professional.Base, site).Metres;

    public bool IsOutOfReach(PoolPerson person, Site site) =>
        Terms.FromBase.Mode == Governance.LimitMode.Hard
        && Terms.FromBase.IsExceededBy(Distances.Between(person.Professional.Base, site))
        && !waived.Contains((person.Professional, site));

    /// <summary>
    /// Whether somebody rests on a day: they do nothing on it and did not offer themselves, and it is a Saturday, a Sunday, a
    /// holiday, or a day of a week that already holds all the half-days of their contract.
    /// </summary>
    public bool IsAtRest(PoolPerson person, Duty duty)
    {
        var place = places[person.Professional.Id];
        var busy = engagements[place];
        if (busy.ContainsKey(new Duty(duty.Day, DutyPart.Morning)) || busy.ContainsKey(new Duty(duty.Day, DutyPart.Afternoon))
            || busy.ContainsKey(new Duty(duty.Day, DutyPart.Night)) || person.Offered.Any(o => o.Contains(duty)))
        {
            return false;
        }

        return duty.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            || FrenchHolidays.IsHoliday(duty.Day, person.Professional.Base.Opening.Holidays)
            || halfDaysOfWeek[place].GetValueOrDefault(Days.MondayOf(duty.Day)) >= 10 * person.Professional.FullTimeEquivalent;
    }

    private void Arrange(int place)
    {
        var own = People[place].Engagements;
        var byDuty = new Dictionary<Duty, Engagement>(own.Count);
        var byWeek = new Dictionary<DateOnly, int>();
        foreach (var engagement in own)
        {
            byDuty[engagement.Duty] = engagement;
            var week = Days.MondayOf(engagement.Duty.Day);
            byWeek[week] = byWeek.GetValueOrDefault(week) + 1;
        }

        (engagements[place], halfDaysOfWeek[place]) = (byDuty, byWeek);
    }
}
