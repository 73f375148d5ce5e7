using StaffPool.Domain.Geography;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Replacements;
using StaffPool.Domain.Workforce;
using StaffPool.Solver.Replacements;
using StaffPool.Solver.Tests.Engines;

namespace StaffPool.Solver.Tests.Replacements;

/// <summary>Several absences at once against every possible answer, on tiny groupings, with the real legal limits.</summary>
public sealed class CoverSolverTests(SharedEngines engines)
{
    private static readonly DateOnly Monday = new(2027, 3, 1);

    private static readonly DistanceMatrix Distances = new([], 1.3m);

    private static readonly Member Member = new() { Id = "m", Name = "Membre", Kind = MemberKind.PublicEstablishment, IsEmployer = true };

    private static readonly Profession Profession = new() { Id = "p", Name = "Psychologue" };

    private static readonly IReadOnlyList<Site> Sites = [.. Enumerable.Range(0, 3).Select(i => new Site
    {
        Id = $"s{i}", Name = $"Site {i}", Member = Member, Commune = new Commune("80585", "Nesle", ["80190"], new GeoPoint(49.76, 2.92)),
        Location = new GeoPoint(49.76 + (i * 0.25), 2.92), Kind = SiteKind.Ehpad,
    })];

    [Fact]
    public async Task No_other_answer_is_better_aim_after_aim()
    {
        var random = new Random(7);
        var (moved, uncovered, forbidden) = (0L, 0L, 0);
        for (var round = 0; round < 60; round++)
        {
            var (pool, needs) = Draw(random);
            var choices = new CoverChoices(pool, needs);

            var result = await new CoverSolver(engines.Portable).SolveAsync(choices, TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

            var measure = result.Plan.Measure(pool, choices.Open);
            var (best, broke) = BruteForce(pool, choices);
            measure.ShouldBe(best, $"round {round}");
            result.IsProven.ShouldBeTrue();
            IsSound(pool, result.Plan).ShouldBeTrue();
            moved += measure.Moved;
            uncovered += measure.Uncovered;
            forbidden += broke;
        }

        // The draw has what is hard in it.
        moved.ShouldBeGreaterThan(5);
        uncovered.ShouldBeGreaterThan(5);
        forbidden.ShouldBeGreaterThan(5);
    }

    /// <returns>The best measure, and how many answers the law alone forbade.</returns>
    private static (CoverMeasure Best, int Forbidden) BruteForce(ReplacementPool pool, CoverChoices choices)
    {
        var best = new CoverMeasure(long.MaxValue, 0, 0, 0);
        var forbidden = 0;
        void Place(int at, List<Placement> placed)
        {
            if (at < choices.Open.Count)
            {
                Place(at + 1, placed);
                foreach (var choice in choices.Placements.Where(p => p.Open == choices.Open[at]))
                {
                    Place(at + 1, [.. placed, choice]);
                }

                return;
            }

            var busy = placed.Select(p => (p.Person, Busy: pool.EngagementOf(p.Person, p.Open.Duty))).Where(b => b.Busy is not null).Distinct().ToList();
            Move(0, busy!, placed, []);
        }

        void Move(int at, List<(PoolPerson Person, Engagement Busy)> busy, List<Placement> placed, List<MovedHalfDay> moves)
        {
            if (at < busy.Count)
            {
                foreach (var to in new DutySpan(new(Monday, DutyPart.Morning), new(Monday.AddDays(6), DutyPart.Afternoon)).HalfDays())
                {
                    if (ReplacementSearch.At(pool, busy[at].Person, to) is null)
                    {
                        Move(at + 1, busy, placed, [.. moves, new MovedHalfDay(busy[at].Person, busy[at].Busy, to)]);
                    }
                }

                return;
            }

            var plan = new CoverPlan(placed, moves);
            var measure = plan.Measure(pool, choices.Open);
            if (Compare(measure, best) >= 0 || !IsDisjoint(plan))
            {
                return;
            }

            if (IsSound(pool, plan))
            {
                best = measure;
            }
            else
            {
                forbidden++;
            }
        }

        Place(0, []);
        return (best, forbidden);
    }

    private static int Compare(CoverMeasure left, CoverMeasure right) =>
        left.InOrder.Zip(right.InOrder, (l, r) => l.CompareTo(r)).FirstOrDefault(c => c != 0);

    private static bool IsDisjoint(CoverPlan plan)
    {
        var times = plan.Placements.Select(p => (p.Person.Professional.Id, p.Open.Duty)).Concat(plan.Moves.Select(m => (m.Person.Professional.Id, Duty: m.To))).ToList();
        return times.Distinct().Count() == times.Count;
    }

    private static bool IsSound(ReplacementPool pool, CoverPlan plan) => IsDisjoint(plan) && pool.People.All(p =>
    {
        var (freed, added) = plan.ChangesOf(p);
        return pool.Legal(p, freed, added).Count == 0;
    });

    private static (ReplacementPool Pool, IReadOnlyList<CoverNeed> Needs) Draw(Random random)
    {
        var terms = ReplacementTerms.On(new FoundingAgreement { Name = "Essai" }, Monday);
        var people = Enumerable.Range(0, random.Next(2, 4)).Select(i => PersonOf($"p{i}", random)).ToList();
        var pool = new ReplacementPool(people, Distances, terms, new LegalLimits(terms, Distances).Check, []);
        var needs = Enumerable.Range(0, random.Next(1, 3)).Select(i => new CoverNeed
        {
            Id = $"n{i}", Site = Sites[random.Next(3)], Professions = [Profession],
            Duties = [.. Enumerable.Range(0, 2).Select(_ => At(random.Next(3), (DutyPart)random.Next(3))).Distinct().Order()],
        }).ToList();
        return (pool, needs);
    }

    // Nearly full weeks: room is scarce, nights and far sites break the law together.
    private static PoolPerson PersonOf(string id, Random random) => new()
    {
        Professional = new Professional
        {
            Id = id, Name = id, Profession = Profession, Employer = Member, Base = Sites[random.Next(3)], FullTimeEquivalent = 1,
            WorkingTime = random.Next(2) == 0 ? WorkingTimeRuleSet.Private : WorkingTimeRuleSet.PublicHospital,
        },
        Engagements =
        [
            .. Enumerable.Range(0, 10).Where(_ => random.Next(10) < 7)
                .Select(h => new Engagement(At(h / 2, (DutyPart)(h % 2)), Sites[random.Next(2)], random.Next(3) == 0)),
        ],
    };

    private static Duty At(int day, DutyPart part) => new(Monday.AddDays(day), part);
}
