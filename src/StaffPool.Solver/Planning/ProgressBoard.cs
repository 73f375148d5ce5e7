using StaffPool.Domain.Planning;

namespace StaffPool.Solver.Planning;

/// <summary>Adds up where the pieces stand, so that the user sees one figure for the whole.</summary>
internal sealed class ProgressBoard(int pieces, SearchClock clock, IProgress<AllocationProgress>? progress)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<AllocationObjective, PieceState?[]> states =
        AllocationObjectives.InOrder.Append(Composite.Objective).ToDictionary(o => o, _ => new PieceState?[pieces]);

    private readonly Lock gate = new();
    private TimeSpan? lastReport;
    private int done;

    public void Update(int piece, PieceState state)
    {
        lock (gate)
        {
            states[state.Objective][piece] = state;
            Report(state.Objective, always: false);
        }
    }

    public void Done(int piece)
    {
        lock (gate)
        {
            done++;
            Report(states.Last(s => s.Value[piece] is not null).Key, always: done == pieces);
        }
    }

    private void Report(AllocationObjective objective, bool always)
    {
        var now = clock.Elapsed;
        if (progress is null || (!always && lastReport is { } last && now - last < Pace))
        {
            return;
        }

        lastReport = now;
        var known = states[objective].OfType<PieceState>().ToList();
        progress.Report(new AllocationProgress(
            objective, done, pieces, known.Sum(s => s.Value), known.Sum(s => s.Bound), now));
    }
}
