using StaffPool.Solver.CpSat;
using StaffPool.Solver.Engines;

namespace StaffPool.Solver.Planning.Posts;

/// <summary>
/// One model solved on several aims in turn: each is held while the next is looked at, and each starts from the values
/// of the one before. An aim that runs out of time keeps the best values known.
/// </summary>
internal sealed class PostSteps(PostModel model, EnginePool engines, SearchClock clock, TimeSpan deadline, int seed, List<string> incidents)
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(200);

    /// <summary>Best values so far, null until an engine gave some.</summary>
    public IReadOnlyList<long>? Values { get; private set; }

    /// <summary>Finds the least value of an aim, and holds it for the next ones.</summary>
    /// <param name="aim">Expression of the model.</param>
    /// <param name="divisor">The time left is divided by it.</param>
    /// <param name="stop">Ends the search; the best values found are kept.</param>
    /// <returns>Null where the engines found nothing in time.</returns>
    public async Task<PostStep?> LeastAsync(LinearExpr aim, double divisor, CancellationToken stop)
    {
        var (terms, constant) = aim.Flatten();
        if (terms.Count == 0)
        {
            return new PostStep(constant, constant);
        }

        model.Builder.Minimize(aim);
        var time = (deadline - clock.Elapsed) / divisor;
        var answer = await AskAsync(time > Least ? time : Least, stop);
        var before = Values is null ? (long?)null : aim.ValueIn(Values);
        if (answer.Solution is { } found && (before is null || aim.ValueIn(found) <= before))
        {
            Values = found;
        }

        if (Values is null)
        {
            return null;
        }

        Hint(Values);
        var value = aim.ValueIn(Values);
        // A bound is rounded up to the next whole value; the margin is for floating-point noise.
        var bound = answer.Bound is { } b ? Math.Min(value, (long)Math.Ceiling(Math.Clamp(b, -1e15, 1e15) - 1e-4)) : long.MinValue;
        Hold(aim, value);
        return new PostStep(value, bound);
    }

    public void Hold(LinearExpr aim, long most) => model.Builder.AddAtMost(aim, most);

    /// <summary>Starts from values known to satisfy the model, of another one built alike.</summary>
    public void Start(IReadOnlyList<long> values)
    {
        Values = values;
        Hint(values);
    }

    private void Hint(IReadOnlyList<long> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            model.Builder.AddHint(new IntVar(i), values[i]);
        }
    }

    private async Task<SolveAnswer> AskAsync(TimeSpan time, CancellationToken stop)
    {
        var answer = await SolveAsync(EngineKind.Highs, time, stop);
        // The other engine gets its chance: what breaks one seldom breaks both.
        return answer.Failure is null || stop.IsCancellationRequested ? answer : await SolveAsync(EngineKind.CpSat, time, stop);
    }

    private async Task<SolveAnswer> SolveAsync(EngineKind engine, TimeSpan time, CancellationToken stop)
    {
        var limits = new SolveLimits { WallTime = time, Seed = seed };
        var answer = await engines.SolveAsync(new SolveRequest(model.Builder.ToProto(), engine, limits), null, stop);
        if (answer.Failure is { } failure)
        {
            incidents.Add($"{answer.Engine.Name}: {failure.Kind}, {failure.Detail}");
        }

        return answer;
    }
}

/// <param name="Value">Reached.</param>
/// <param name="Bound">Nothing does better; the smallest number where nothing is known.</param>
internal sealed record PostStep(long Value, long Bound)
{
    public bool IsProven => Value == Bound;
}
