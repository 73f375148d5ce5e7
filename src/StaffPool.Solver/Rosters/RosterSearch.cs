using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rules;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;

namespace StaffPool.Solver.Rosters;

/// <summary>
/// One aim after the other: a model of the whole proves and improves on one engine host while the others solve parts of
/// the roster anew. The best roster is kept here, whatever happens to the engines; nothing enters it unchecked.
/// </summary>
internal sealed class RosterSearch
{
    private static readonly TimeSpan PartTime = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan HeadStart = TimeSpan.FromSeconds(1);

    // Above, the model of the whole is more than an engine can take in: only the parts are solved.
    private const int WholeLimit = 60_000;

    private readonly RosterIndex index;
    private readonly RosterCells cells;
    private readonly RosterOptions options;
    private readonly EnginePool engines;
    private readonly SearchClock clock;
    private readonly IProgress<RosterProgress>? progress;
    private readonly EngineRecord record = new();
    private readonly Lock gate = new();
    private RosterState best;
    private long bound;
    private string boundEngine = "arithmetic";
    private RosterAim aim;

    public RosterSearch(
        RosterIndex index, RosterCells cells, RosterState start, RosterOptions options, EnginePool engines, SearchClock clock, IProgress<RosterProgress>? progress)
    {
        (this.index, this.cells, best, this.options, this.engines, this.clock, this.progress) = (index, cells, start, options, engines, clock, progress);
    }

    public RosterState Best => best;

    public EngineRecord Record => record;

    /// <summary>Betters one aim, those above being held.</summary>
    /// <param name="next">The aim.</param>
    /// <param name="time">For it.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<RosterLevel> ReachAsync(RosterAim next, TimeSpan time, CancellationToken stop)
    {
        (aim, bound, boundEngine) = (next, 0, "arithmetic");
        Report();
        if (cells.Count > 0 && best.Score[aim] > bound && time > TimeSpan.Zero)
        {
            using var done = CancellationTokenSource.CreateLinkedTokenSource(stop);
            done.CancelAfter(time);
            var whole = Task.Run(() => ProveAsync(engines.Size == 1 ? time / 3 : time, done), CancellationToken.None);
            // What the whole settles at once needs no parts.
            await Task.WhenAny(whole, Task.Delay(HeadStart, CancellationToken.None));
            var parts = Enumerable.Range(0, Math.Max(1, engines.Size - 1)).Select(i => Task.Run(() => ImproveAsync(i, done), CancellationToken.None));
            await Task.WhenAll([whole, .. parts]);
        }

        return new RosterLevel(aim, best.Score[aim], bound, boundEngine);
    }

    /// <summary>The whole as one model.</summary>
    private async Task ProveAsync(TimeSpan time, CancellationTokenSource done)
    {
        if (cells.Count > WholeLimit)
        {
            return;
        }

        var started = clock.Elapsed;
        while (!done.IsCancellationRequested && time > clock.Elapsed - started)
        {
            var at = best;
            var model = ModelOf(at, (_, _) => true);
            var watch = new EngineProgress(p =>
            {
                if (p.Bound is { } proven)
                {
                    Prove(proven, "", done);
                }

                if (p.Solution is { } solution)
                {
                    Offer(model.Read(solution), done);
                }
            });
            var answer = await SolveAsync(model, time - (clock.Elapsed - started), options.Workers, watch, done.Token);
            if (answer.Bound is { } final)
            {
                Prove(final, answer.Engine.Name, done);
            }

            if (answer.Failure is not null)
            {
                return;
            }

            var refused = answer.Solution is { } found && !Offer(model.Read(found), done);
            // Proven, were it not that the checker refuses: once more with the refusal.
            if (answer.Status != SolveStatus.Optimal || !refused)
            {
                return;
            }
        }
    }

    private async Task ImproveAsync(int worker, CancellationTokenSource done)
    {
        var parts = new Neighbourhoods(index, cells, (options.Seed * 1000) + worker);
        while (!done.IsCancellationRequested)
        {
            var at = best;
            var model = ModelOf(at, parts.Next(at, aim));
            if (model.Cells == 0)
            {
                await Task.Yield();
                continue;
            }

            if (index.Problem.InForce is not null && aim < RosterAim.Moved)
            {
                // Of two ways to do as well, the one that moves less: so that the next aims start from little.
                var moved = model[RosterAim.Moved];
                model.Builder.Minimize((model[aim].Whole * (moved.OpenMost + 1)) + moved.Whole);
            }

            var answer = await SolveAsync(model, PartTime, 1, null, done.Token);
            if (answer.Failure is not null)
            {
                // An engine that dies at once must not be started thousands of times.
                await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            }

            parts.Managed(answer.Status == SolveStatus.Optimal);
            if (answer.Solution is { } solution)
            {
                Offer(model.Read(solution), done);
            }
        }
    }

    private RosterModel ModelOf(RosterState at, Func<RosterPerson, TaskFacts, bool> isOpen)
    {
        var model = new RosterModel(index, at, isOpen, cells);
        for (var above = RosterAim.Uncovered; above < aim; above++)
        {
            if (!model[above].IsSettled)
            {
                model.Builder.AddAtMost(model[above].Whole, at.Score[above]);
            }
        }

        model.Builder.Minimize(model[aim].Whole);
        return model;
    }

    private async Task<SolveAnswer> SolveAsync(RosterModel model, TimeSpan time, int workers, IProgress<SolveProgress>? watch, CancellationToken stop)
    {
        var answer = await engines.SolveAsync(
            new SolveRequest(model.Builder.ToProto(), EngineKind.CpSat, new SolveLimits { WallTime = time, Seed = options.Seed, Workers = workers }), watch, stop);
        lock (gate)
        {
            record.Note(answer);
        }

        return answer;
    }

    private void Prove(double proven, string engine, CancellationTokenSource done)
    {
        lock (gate)
        {
            var whole = (long)Math.Ceiling(Math.Clamp(proven, -1e18, 1e18) - 1e-4);
            if (whole > best.Score[aim])
            {
                // What is at hand beats it: it bounds nothing.
                record.Note(new Incident(engine, EngineFailureKind.WrongAnswer, FormattableString.Invariant($"{aim}: bound {whole} beaten by {best.Score[aim]}")));
            }
            else if (whole > bound || (whole == bound && engine.Length > 0))
            {
                (bound, boundEngine) = (whole, engine.Length > 0 ? engine : boundEngine);
                Report();
            }

            EndIfProven(done);
        }
    }

    /// <summary>Takes the change into the best roster where that makes it better and the checker agrees.</summary>
    /// <returns>False where the checker refuses.</returns>
    private bool Offer(IEnumerable<(RosterPerson Person, TaskFacts Task, bool Has)> change, CancellationTokenSource done)
    {
        lock (gate)
        {
            var candidate = best.With(change, out var changed);
            if (!candidate.Score.IsBetterThan(best.Score))
            {
                return true;
            }

            var refused = false;
            foreach (var person in changed)
            {
                var violations = PersonRules.Assess(new PersonRoster(index, person, candidate.TasksOf(person))).AnyBlocking();
                if (violations && PersonRules.AreKept(new PersonRoster(index, person, best.TasksOf(person))))
                {
                    cells.Refuse(new Refusal(person, Core(person, candidate.TasksOf(person))));
                    refused = true;
                }
            }

            if (refused || HasTooMany(candidate))
            {
                return !refused;
            }

            best = candidate;
            Report();
            EndIfProven(done);
            return true;
        }
    }

    /// <summary>Parts solved side by side may each have filled the same place.</summary>
    private static bool HasTooMany(RosterState state) =>
        state.ToRoster().Assignments.CountBy(a => a.Task).Any(c => c.Value > c.Key.Required);

    /// <summary>Tasks that break a rule together, none of which could be left out.</summary>
    private HashSet<TaskFacts> Core(RosterPerson person, IReadOnlySet<TaskFacts> tasks)
    {
        var core = tasks.ToHashSet();
        foreach (var task in tasks.OrderBy(t => t.Start))
        {
            core.Remove(task);
            if (PersonRules.AreKept(new PersonRoster(index, person, core)))
            {
                core.Add(task);
            }
        }

        return core;
    }

    private void EndIfProven(CancellationTokenSource done)
    {
        if (best.Score[aim] <= bound && !done.IsCancellationRequested)
        {
            // On another thread: who waits for the token must not run under the lock.
            _ = Task.Run(() =>
            {
                try
                {
                    done.Cancel();
                }
                catch (ObjectDisposedException)
                {
                    // The time was over at the same moment.
                }
            });
        }
    }

    private void Report() => progress?.Report(new RosterProgress(aim, best.Score, bound, clock.Elapsed));
}
