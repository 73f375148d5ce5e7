using StaffPool.Domain.Governance;
using StaffPool.Domain.Replacements;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Tests.Replacements;

/// <summary>The list against one written from the published rule alone, person by person, on thousands of small pools.</summary>
public sealed class ReplacementOracleTests
{
    private static readonly LegalReference Test = new("essai", Confidence.Choice);

    [Fact]
    public void The_list_and_the_reasons_are_those_of_the_published_rule()
    {
        var random = new Random(20270301);
        var (ranked, partial, seen) = (0, 0, new HashSet<Obstacle>());
        for (var round = 0; round < 3_000; round++)
        {
            var (people, need) = Draw(random);
            var pool = Pools.Pool(people, Pools.Terms(new DatedSetting(
                AgreementSettings.DistanceFromBase, new(2020, 1, 1), new DistanceLimit(45, LimitMode.Hard), Test)), AtMostThree);

            var list = ReplacementSearch.Run(pool, need);

            var expected = people.Select(p => Judge(p, need)).ToList();
            list.Others.Select(o => (o.Person.Professional.Id, string.Join(',', o.Obstacles.Select(f => f.Obstacle))))
                .ShouldBe(expected.Where(e => e.Covered.Count == 0).Select(e => (e.Person.Professional.Id, string.Join(',', e.Obstacles))));
            list.Ranked.Select(c => (c.Person.Professional.Id, string.Join(',', c.Covered))).ShouldBe(
                Ordered(expected.Where(e => e.Covered.Count > 0), need).Select(e => (e.Person.Professional.Id, string.Join(',', e.Covered))));
            ranked += list.Ranked.Count;
            partial += list.Ranked.Count(c => c.Left.Count > 0);
            seen.UnionWith(list.Others.SelectMany(o => o.Obstacles).Select(o => o.Obstacle));
        }

        ranked.ShouldBeGreaterThan(2_000);
        partial.ShouldBeGreaterThan(500);
        seen.ShouldBe(Enum.GetValues<Obstacle>(), ignoreOrder: true);
    }

    // A law simple enough to be written twice: no more than three half-days in the week.
    private static IReadOnlyList<Violation> AtMostThree(PoolPerson person, IReadOnlyList<Engagement> freed, IReadOnlyList<Engagement> added) =>
        person.Engagements.Count - freed.Count + added.Count > 3
            ? [new Violation("three", Severity.Blocking, new Text(null!, "three", []), [])]
            : [];

    private static Judged Judge(PoolPerson person, CoverNeed need)
    {
        var who = person.Professional;
        var metres = Pools.Distances.Between(who.Base, need.Site).Metres;
        var lasting = new List<Obstacle>();
        if (!need.Professions.Contains(who.Profession))
        {
            return new Judged(person, [], [Obstacle.Profession], metres);
        }

        if (who == need.Absent)
        {
            lasting.Add(Obstacle.IsAway);
        }

        if (need.Duties.All(d => d.Day < person.ContractFrom || d.Day > person.ContractUntil))
        {
            lasting.Add(Obstacle.Contract);
        }

        if (need.Qualifications.Count > 0 && who.Qualifications.Count == 0)
        {
            lasting.Add(Obstacle.Qualification);
        }

        if (who.Consent.Refused.Contains(need.Site))
        {
            lasting.Add(Obstacle.Consent);
        }

        if (need.Site.AcceptedStatuses.Count == 1 && who.Status != EmploymentStatus.CivilServant)
        {
            lasting.Add(Obstacle.Status);
        }

        if (metres > 45_000)
        {
            lasting.Add(Obstacle.Distance);
        }

        if (person.Stage == PoolStage.Observer || (person.Stage == PoolStage.Second && !need.IsSeconded))
        {
            lasting.Add(Obstacle.Stage);
        }

        if (lasting.Count > 0)
        {
            return new Judged(person, [], lasting, metres);
        }

        var (free, obstacles) = (new List<Duty>(), new List<Obstacle>());
        foreach (var duty in need.Duties)
        {
            var restDay = person.Engagements.All(e => e.Duty.Day != duty.Day)
                && !person.Offered.Any(o => o.First <= duty && duty <= o.Last)
                && (duty.Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || person.Engagements.Count >= who.FullTimeEquivalent * 10);
            if (duty.Day < person.ContractFrom || duty.Day > person.ContractUntil)
            {
                obstacles.Add(Obstacle.Contract);
            }
            else if (person.Away.Any(a => a.First <= duty && duty <= a.Last))
            {
                obstacles.Add(Obstacle.Absent);
            }
            else if (person.Engagements.Any(e => e.Duty == duty))
            {
                obstacles.Add(Obstacle.Busy);
            }
            else if (restDay && !person.AcceptsRestDays)
            {
                obstacles.Add(Obstacle.Rest);
            }
            else if (free.Count + person.Engagements.Count < 3)
            {
                free.Add(duty);
            }
            else
            {
                obstacles.Add(Obstacle.Legal);
            }
        }

        return new Judged(person, free, [.. obstacles.Order()], metres);
    }

    private static IEnumerable<Judged> Ordered(IEnumerable<Judged> judged, CoverNeed need) => judged
        .OrderByDescending(j => j.Covered.Count)
        .ThenBy(j => need.Professions.ToList().IndexOf(j.Person.Professional.Profession))
        .ThenBy(j => j.Covered.All(d => j.Person.Offered.Any(o => o.First <= d && d <= o.Last)) ? 0 : 1)
        .ThenBy(j => j.Person.HalfDaysBySite.GetValueOrDefault(need.Site.Id) >= 4 ? 0 : 1)
        .ThenBy(j => j.Metres / 5_000)
        .ThenBy(j => (int)(j.Person.HoursThisYear / (j.Person.Professional.FullTimeEquivalent * 1607m) * 20))
        .ThenBy(j => CostOf(j, need) / 500)
        .ThenBy(j => j.Person.LastAsked ?? DateOnly.MinValue)
        .ThenBy(j => j.Person.Professional.Id, StringComparer.Ordinal);

    // 19.50 € an hour, 7.50 € more on Sundays, 0.32 € a kilometre there and back each day.
    private static long CostOf(Judged j, CoverNeed need)
    {
        var hours = j.Covered.Count * 3.5m;
        var sundays = j.Covered.Count(d => d.Day.DayOfWeek == DayOfWeek.Sunday) * 3.5m;
        var kilometres = j.Covered.Select(d => d.Day).Distinct().Count() * 2 * Pools.Distances.Between(j.Person.Professional.Base, need.Site).Metres / 1000m;
        return Cents(hours * 1950) + Cents(sundays * 750) + Cents(kilometres * 32);
    }

    private static long Cents(decimal exact) => (long)decimal.Round(exact, MidpointRounding.AwayFromZero);

    private static (List<PoolPerson> People, CoverNeed Need) Draw(Random random)
    {
        var people = Enumerable.Range(0, random.Next(1, 8)).Select(i => PersonOf($"p{i}", random)).ToList();
        var duties = Enumerable.Range(0, 14).Where(_ => random.Next(5) == 0).Select(i => Pools.At(i / 2, (DutyPart)(i % 2))).DefaultIfEmpty(Pools.At(2)).ToArray();
        var site = Pools.Sites[random.Next(2)];
        var need = Pools.Need(0, duties) with
        {
            Site = random.Next(4) == 0 ? site with { AcceptedStatuses = [EmploymentStatus.CivilServant] } : site,
            Professions = random.Next(3) == 0 ? [Pools.Dietician, Pools.Psychologist] : [Pools.Psychologist],
            Qualifications = random.Next(6) == 0 ? ["bilan"] : [],
            Absent = random.Next(2) == 0 ? people[0].Professional : null,
            IsSeconded = random.Next(4) == 0,
        };
        return (people, need);
    }

    private static PoolPerson PersonOf(string id, Random random)
    {
        bool OneIn(int n) => random.Next(n) == 0;
        var person = Pools.Person(id, OneIn(4) ? Pools.Dietician : Pools.Psychologist, random.Next(4), fte: OneIn(3) ? 0.2m : 1);
        var engagements = Enumerable.Range(0, 14).Where(_ => OneIn(8)).Select(i => new Engagement(Pools.At(i / 2, (DutyPart)(i % 2)), Pools.Sites[0])).Take(3).ToList();
        return person with
        {
            Professional = person.Professional with
            {
                Qualifications = OneIn(2) ? ["bilan"] : [],
                Consent = OneIn(8) ? new Consent { Refused = [Pools.Sites[0]] } : Consent.ToAll,
                Status = OneIn(2) ? EmploymentStatus.CivilServant : EmploymentStatus.PrivateEmployee,
            },
            Engagements = engagements,
            Stage = (PoolStage)Math.Min(2, random.Next(12)),
            ContractFrom = OneIn(10) ? Pools.Monday.AddDays(random.Next(8)) : null,
            ContractUntil = OneIn(10) ? Pools.Monday.AddDays(random.Next(8) - 1) : null,
            Away = OneIn(6) ? [new DutySpan(Pools.At(random.Next(5)), Pools.At(6, DutyPart.Afternoon))] : [],
            Offered = OneIn(5) ? [new DutySpan(Pools.At(0), Pools.At(random.Next(7), DutyPart.Night))] : [],
            AcceptsRestDays = OneIn(3),
            HalfDaysBySite = new Dictionary<string, int> { ["s0"] = random.Next(9) },
            HoursThisYear = random.Next(0, 9) * 100,
            LastAsked = OneIn(2) ? Pools.Monday.AddDays(-random.Next(5)) : null,
        };
    }

    private sealed record Judged(PoolPerson Person, List<Duty> Covered, List<Obstacle> Obstacles, long Metres);
}
