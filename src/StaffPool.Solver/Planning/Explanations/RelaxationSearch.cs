using StaffPool.Domain.Planning;
using StaffPool.Domain.Planning.Explanations;
using StaffPool.Solver.Engines;

namespace StaffPool.Solver.Planning.Explanations;

/// <summary>
/// Tries every change that could help a need by planning again with it, with the plan at hand as the plan in force so
/// that as few people change as the aims allow. Only the professions that the change can touch are planned again.
/// </summary>
/// <remarks>
/// Useful changes come in this order: fewest half-days of staff to be paid for; most half-days gained on the need; most
/// gained in all; fewest kilometres; fewest people disturbed. Of one sort of change for one person, the larger is left
/// out where it brings no more.
/// </remarks>
public sealed class RelaxationSearch(AllocationPlanner planner, EnginePool engines, TimeProvider time)
{
    // Of the time, for the sums that spare a search: quick, but a large grouping has many.
    private const double SumsPart = 0.25;

    private readonly RelaxationCache cache = new();

    /// <param name="problem">As planned.</param>
    /// <param name="plan">The plan at hand.</param>
    /// <param name="planIsProven">Whether no plan serves more; else planning again is tried first, for a change may only seem to help.</param>
    /// <param name="funnel">Of the need.</param>
    /// <param name="limit">Time for all the changes together; those not reached are counted, not guessed.</param>
    /// <param name="stop">Keeps what is found.</param>
    public async Task<RelaxationFindings> FindAsync(
        AllocationProblem problem, AllocationPlan plan, bool planIsProven, NeedFunnel funnel, TimeSpan limit, CancellationToken stop)
    {
        var clock = new SearchClock(time, limit, engines.Size);
        IReadOnlyList<Relaxation> candidates =
            [.. planIsProven ? [] : new[] { RelaxationCandidates.Replan }, .. RelaxationCandidates.For(problem, plan, funnel)];
        var trial = new RelaxationTrial(planner, cache.For(problem, plan), problem, plan, funnel.Demand);
        bool IsLate() => stop.IsCancellationRequested || clock.Elapsed > SumsPart * limit;

        // Planning again says what the plan is worth, even where it can bring nothing.
        List<Relaxation> promising = [.. candidates.Where(c => c.Kind == RelaxationKind.Replan || IsLate() || trial.CouldHelp(c))];
        // One share more, for the post that serves the need in full.
        clock.Plan(promising.Count + 1);
        var outcomes = new RelaxationOutcome?[promising.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, promising.Count),
            new ParallelOptions { MaxDegreeOfParallelism = engines.Size, CancellationToken = CancellationToken.None },
            async (i, _) =>
            {
                outcomes[i] = await trial.RunAsync(promising[i], clock.ForPiece(1), stop);
                clock.PieceDone(1);
            });
        var found = outcomes.OfType<RelaxationOutcome>().ToList();
        if (found.Find(o => o.Relaxation.Kind == RelaxationKind.NewPost && o.Gained < funnel.Unmet) is { } tooSmall
            && await LargerPostAsync(trial, funnel, tooSmall, clock, stop) is { } larger)
        {
            found.Add(larger);
        }

        if (!planIsProven && !trial.IsPlanProven())
        {
            found = [.. found.Select(o => o with { IsProven = o.IsProven && o.Relaxation.Kind == RelaxationKind.Replan })];
        }

        return new RelaxationFindings(InOrder(found), candidates.Count, candidates.Count - promising.Count, outcomes.Count(o => o is null));
    }

    /// <summary>
    /// A shortage is shared out, so a post of just what one need misses goes to several. The post that serves the need
    /// in full lies between that and the shortage of the whole profession: halved until found.
    /// </summary>
    private static async Task<RelaxationOutcome?> LargerPostAsync(
        RelaxationTrial trial, NeedFunnel funnel, RelaxationOutcome tooSmall, SearchClock clock, CancellationToken stop)
    {
        RelaxationOutcome? best = null;
        var (low, high) = (tooSmall.Relaxation.ExtraHalfDays, trial.UnmetToday);
        while (low < high)
        {
            var post = RelaxationCandidates.NewPost(trial.Problem, funnel.Demand, best is null ? high : low + ((high - low) / 2));
            if ((best is not null && post.ExtraHalfDays >= best.Relaxation.ExtraHalfDays)
                || await trial.RunAsync(post, clock.Left / 2, stop) is not { } outcome)
            {
                break;
            }

            if (outcome.Gained >= funnel.Unmet)
            {
                (best, high) = (outcome, post.ExtraHalfDays - 1);
            }
            else if (best is null)
            {
                // Not even a full-time post serves it all.
                return outcome;
            }
            else
            {
                low = post.ExtraHalfDays;
            }
        }

        return best;
    }

    private static List<RelaxationOutcome> InOrder(List<RelaxationOutcome> found)
    {
        var useful = found.Where(o => o.Gained > 0).ToList();
        return [.. useful
            .Where(o => !useful.Exists(other => IsSameAndCheaper(other, o)))
            .OrderBy(o => o.Relaxation.ExtraHalfDays)
            .ThenByDescending(o => o.Gained)
            .ThenByDescending(o => o.GainedInAll)
            .ThenBy(o => o.Metres)
            .ThenBy(o => o.Disturbed.Count)];
    }

    private static bool IsSameAndCheaper(RelaxationOutcome first, RelaxationOutcome second) =>
        first.Relaxation.Kind == second.Relaxation.Kind
        && first.Relaxation.Subjects.SequenceEqual(second.Relaxation.Subjects, StringComparer.Ordinal)
        && first.Relaxation.ExtraHalfDays < second.Relaxation.ExtraHalfDays
        && first.Gained >= second.Gained
        && first.GainedInAll >= second.GainedInAll;
}
