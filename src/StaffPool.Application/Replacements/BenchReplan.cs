using System.Diagnostics;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Replacements;
using StaffPool.Domain.Workforce;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>
/// What a week of absences disturbs: covered together, profession by profession, beside a week made anew down the lists for
/// everybody of those professions. See docs/benchmarks.md.
/// </summary>
public sealed class BenchReplan(EnginePool engines, CommuneDirectory communes)
{
    private const int Days = 7;

    private static readonly TimeSpan TimeForEach = TimeSpan.FromSeconds(5);

    /// <param name="size">What to generate.</param>
    /// <param name="absences">People away for the same week, drawn at random.</param>
    /// <param name="stop">Ends what is under way.</param>
    public async Task<ReplanBench> RunAsync(BenchSize size, int absences, CancellationToken stop)
    {
        var synthetic = new SyntheticPool(new GroupingGenerator(communes).Make(size.Professionals, size.Sites, size.Seed), size.Seed);
        var random = new Random(size.Seed + absences);
        var working = synthetic.People.Where(p => SyntheticPool.NeedsOf(p, SyntheticPool.Monday, Days).Count > 0).ToList();
        var away = working.OrderBy(_ => random.Next()).Take(absences).Select(p => p.Professional.Id).ToHashSet(StringComparer.Ordinal);
        var span = new DutySpan(new(SyntheticPool.Monday, DutyPart.Morning), new(SyntheticPool.Monday.AddDays(Days - 1), DutyPart.Night));
        var pool = synthetic.NewPool([.. synthetic.People.Select(p => away.Contains(p.Professional.Id) ? p with { Away = [.. p.Away, span] } : p)]);
        var needs = working.Where(p => away.Contains(p.Professional.Id)).SelectMany(p => SyntheticPool.NeedsOf(p, SyntheticPool.Monday, Days)).ToLookup(n => n.Professions[0]);

        var watch = Stopwatch.StartNew();
        var (open, uncovered, notified, isProven) = (0L, 0L, 0L, true);
        foreach (var profession in needs)
        {
            var choices = new CoverChoices(pool, [.. profession], mayMove: false);
            var (plan, proven) = await new CoverSolver(engines).SolveAsync(choices, TimeForEach, stop);
            var measure = plan.Measure(pool, choices.Open);
            (open, uncovered, notified, isProven) = (open + choices.Open.Count, uncovered + measure.Uncovered, notified + measure.Notified, isProven && proven);
        }

        var together = watch.Elapsed;
        watch.Restart();
        var anew = needs.Select(n => Anew(synthetic, pool, away, n.Key)).ToList();
        return new ReplanBench(
            size, away.Count, open, uncovered, notified, together, isProven, anew.Sum(a => a.Uncovered), anew.Sum(a => a.Disturbed), watch.Elapsed);
    }

    // Everybody of the profession is free for the week; each half-day goes to the nearest who may lawfully serve it.
    private static (long Uncovered, long Disturbed) Anew(SyntheticPool synthetic, ReplacementPool pool, HashSet<string> away, Profession profession)
    {
        var before = pool.Of(profession).Select(place => (Was: synthetic.People[place], Person: pool.People[place])).ToList();
        var freed = before.Select(b => b.Person with { Engagements = [.. b.Person.Engagements.Where(e => !IsInWeek(e))] }).ToList();
        var empty = synthetic.NewPool(freed);
        var given = freed.ToDictionary(f => f.Professional.Id, _ => new List<Engagement>(), StringComparer.Ordinal);
        var uncovered = 0L;
        foreach (var engagement in before.SelectMany(b => b.Was.Engagements.Where(IsInWeek)).OrderBy(e => e.Duty).ThenBy(e => e.Site.Id, StringComparer.Ordinal))
        {
            var need = new CoverNeed { Id = "", Site = engagement.Site, Professions = [profession], Duties = [engagement.Duty] };
            var who = freed
                .Where(f => ReplacementSearch.Lasting(empty, need, f).Count == 0 && ReplacementSearch.At(empty, f, engagement.Duty) is null
                    && given[f.Professional.Id].All(g => g.Duty != engagement.Duty)
                    && given[f.Professional.Id].Count < 10 * f.Professional.FullTimeEquivalent)
                .OrderBy(f => empty.MetresTo(f, engagement.Site))
                .FirstOrDefault(f => empty.Legal(f, [], [.. given[f.Professional.Id], engagement]).Count == 0);
            if (who is null)
            {
                uncovered++;
            }
            else
            {
                given[who.Professional.Id].Add(engagement);
            }
        }

        var disturbed = before.Count(b => !away.Contains(b.Was.Professional.Id)
            && !b.Was.Engagements.Where(IsInWeek).Select(e => (e.Duty, e.Site.Id)).ToHashSet()
                .SetEquals(given[b.Was.Professional.Id].Select(g => (g.Duty, g.Site.Id))));
        return (uncovered, disturbed);
    }

    private static bool IsInWeek(Engagement engagement) =>
        engagement.Duty.Day >= SyntheticPool.Monday && engagement.Duty.Day < SyntheticPool.Monday.AddDays(Days);
}

/// <param name="Size">What was generated.</param>
/// <param name="Absences">People away.</param>
/// <param name="Open">Half-days that they leave open.</param>
/// <param name="Uncovered">Those that nobody can serve.</param>
/// <param name="Disturbed">People whose days change.</param>
/// <param name="Time">To cover them together.</param>
/// <param name="IsProven">Whether no other answer is better, aim after aim.</param>
/// <param name="AnewUncovered">Half-days of the whole professions left open by a week made anew.</param>
/// <param name="AnewDisturbed">People whose days it changes.</param>
/// <param name="AnewTime">To make it.</param>
public sealed record ReplanBench(
    BenchSize Size, int Absences, long Open, long Uncovered, long Disturbed, TimeSpan Time, bool IsProven, long AnewUncovered, long AnewDisturbed,
    TimeSpan AnewTime);
