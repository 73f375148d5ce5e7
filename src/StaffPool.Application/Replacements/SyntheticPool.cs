using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Replacements;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Replacements;

/// <summary>
/// Gives the people of a generated grouping a calendar of sixteen weeks around one Monday, for benchmarks: described in
/// docs/benchmarks.md. The same grouping and seed give the same calendars.
/// </summary>
internal sealed class SyntheticPool
{
    private const int WeeksBefore = 13;
    private const int WeeksAfter = 3;
    private const double BookedShare = 0.88;
    private const double ReachKilometres = 40;

    private readonly AllocationProblem problem;
    private readonly Random random;

    public SyntheticPool(AllocationProblem problem, int seed)
    {
        (this.problem, random) = (problem, new Random(seed));
        var reach = problem.Grouping.Sites.ToDictionary(s => s, s => problem.Grouping.Sites
            .Where(other => s.Location.GreatCircleMetresTo(other.Location) * 1.3 <= ReachKilometres * 1000).ToList());
        People = [.. problem.Grouping.Professionals.Select(p => PersonOf(p, reach[p.Base]))];
        Terms = ReplacementTerms.On(problem.Grouping.Agreement, Monday);
        Pool = NewPool(People);
    }

    public static DateOnly Monday { get; } = new(2027, 3, 1);

    public IReadOnlyList<PoolPerson> People { get; }

    public ReplacementTerms Terms { get; }

    public ReplacementPool Pool { get; }

    public ReplacementPool NewPool(IReadOnlyList<PoolPerson> people) =>
        new(people, problem.Distances, Terms, new LegalLimits(Terms, problem.Distances).Check, problem.Waivers);

    /// <summary>What the absence of somebody leaves open, site by site; empty for who does nothing in that time.</summary>
    /// <param name="person">Who.</param>
    /// <param name="from">First day.</param>
    /// <param name="days">How long.</param>
    public static IReadOnlyList<CoverNeed> NeedsOf(PoolPerson person, DateOnly from, int days) =>
    [
        .. person.Engagements
            .Where(e => e.Duty.Day >= from && e.Duty.Day < from.AddDays(days))
            .GroupBy(e => e.Site)
            .Select(g => new CoverNeed
            {
                Id = $"{person.Professional.Id}/{g.Key.Id}",
                Site = g.Key,
                Professions = [person.Professional.Profession],
                Duties = [.. g.Select(e => e.Duty).Order()],
                Absent = person.Professional,
                IsUrgent = g.Any(e => e.IsUrgent),
            }),
    ];

    private PoolPerson PersonOf(Professional drawn, List<Site> reach)
    {
        // The labour code looks back twelve weeks, and costs most to hold against.
        var professional = random.Next(10) < 4 ? drawn with { WorkingTime = WorkingTimeRuleSet.Private, Status = EmploymentStatus.PrivateEmployee } : drawn;
        var sites = Enumerable.Range(0, 3).Select(_ => reach[random.Next(reach.Count)]).Append(professional.Base).Distinct().Take(3).ToList();
        var engagements = EngagementsOf(professional, sites);
        return new PoolPerson
        {
            Professional = professional,
            Stage = random.Next(25) switch { 0 => PoolStage.Observer, 1 => PoolStage.Second, _ => PoolStage.Autonomous },
            Engagements = engagements,
            Away = random.Next(20) == 0 ? [new DutySpan(new(Monday.AddDays(random.Next(10)), DutyPart.Morning), new(Monday.AddDays(10 + random.Next(10)), DutyPart.Night))] : [],
            Offered = random.Next(10) == 0 ? [new DutySpan(new(Monday, DutyPart.Morning), new(Monday.AddDays(13), DutyPart.Night))] : [],
            HalfDaysBySite = engagements.Where(e => e.Duty.Day < Monday).CountBy(e => e.Site.Id).ToDictionary(),
            HoursThisYear = engagements.Count(e => e.Duty.Day.Year == Monday.Year) * 3.5m,
            KilometresThisYear = random.Next(3_000),
            LastAsked = random.Next(2) == 0 ? Monday.AddDays(-1 - random.Next(200)) : null,
            AcceptsRestDays = random.Next(10) < 3,
        };
    }

    // The same half-days week after week, some of them left free here and there.
    private List<Engagement> EngagementsOf(Professional professional, List<Site> sites)
    {
        var halfDays = (int)(10 * professional.FullTimeEquivalent);
        var week = Enumerable.Range(0, 10).OrderBy(_ => random.Next()).Take(halfDays).Order()
            .Select(h => (Day: h / 2, Part: (DutyPart)(h % 2), Site: sites[h / 2 % sites.Count])).ToList();
        var all = new List<Engagement>();
        for (var monday = Monday.AddDays(-7 * WeeksBefore); monday < Monday.AddDays(7 * WeeksAfter); monday = monday.AddDays(7))
        {
            all.AddRange(week.Where(_ => random.NextDouble() < BookedShare)
                .Select(h => new Engagement(new Duty(monday.AddDays(h.Day), h.Part), h.Site, random.Next(5) == 0)));
        }

        return all;
    }
}
