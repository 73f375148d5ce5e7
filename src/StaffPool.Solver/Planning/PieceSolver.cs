using System.Globalization;
using StaffPool.Domain.Planning;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning.Constraints;
using StaffPool.Solver.Planning.Objectives;

namespace StaffPool.Solver.Planning;

/// <summary>
/// Solves one piece on every aim in turn: solve the first, hold what it reached, hint the plan, solve the next.
/// Whatever happens to the engines there is always a plan, and every bound stated is a true one.
/// </summary>
internal sealed class PieceSolver : IPieceSolver
{
    private const string Construction = "construction";
    private const string Arithmetic = "arithmetic";

    private readonly AllocationProblem piece;
    private readonly AllocationOptions options;
    private readonly EnginePool engines;
    private readonly SearchClock clock;
    private readonly Action<PieceState> changed;
    private readonly AllocationModel model;
    private readonly List<LevelResult> levels = [];
    private readonly EngineRecord record = new();
    private AllocationPlan plan;
    private string planEngine = Construction;

    /// <param name="piece">What to solve.</param>
    /// <param name="options">How.</param>
    /// <param name="engines">Who solves.</param>
    /// <param name="clock">How long.</param>
    /// <param name="changed">Told where it stands.</param>
    /// <param name="start">A plan that obeys every rule; null to construct one.</param>
    public PieceSolver(
        AllocationProblem piece, AllocationOptions options, EnginePool engines, SearchClock clock, Action<PieceState> changed, AllocationPlan? start = null)
    {
        this.piece = piece;
        this.options = options;
        this.engines = engines;
        this.clock = clock;
        this.changed = changed;
        model = new AllocationModel(piece);
        plan = start ?? ConstructiveStart.Of(piece);
    }

    public void Prepare(CancellationToken stop)
    {
        // The constructive start is a fair plan of a small piece.
    }

    public async Task<PieceOutcome> SolveAsync(CancellationToken stop)
    {
        foreach (var constraint in AllocationConstraints.All)
        {
            constraint.Apply(model);
        }

        // Small pieces take milliseconds, so one that does not may have half of what is left, and so may each of its aims.
        var deadline = clock.Elapsed + (clock.Left / 2);
        foreach (var objective in ObjectiveModels.InOrder)
        {
            levels.Add(await ReachAsync(objective, (deadline - clock.Elapsed) / 2, stop));
        }

        clock.PieceDone(SearchClock.SizeOf(piece));

        // A later aim may have bettered an earlier one that was held but not proven.
        return new PieceOutcome(
            plan,
            [.. levels.Select(l => l with { Value = l.Objective.Measure(piece, plan) })],
            null,
            record.Engines,
            record.Incidents);
    }

    private async Task<LevelResult> ReachAsync(IObjectiveModel objective, TimeSpan time, CancellationToken stop)
    {
        var aim = objective.Objective;
        var value = aim.Measure(piece, plan);
        var bound = objective.ArithmeticBound(piece);
        var boundEngine = Arithmetic;
        Report(aim, value, bound);
        var expression = model.Cells.Count == 0 ? null : objective.Express(model);
        if (value != bound && expression is not null && time > TimeSpan.Zero && !stop.IsCancellationRequested)
        {
            model.Builder.Minimize(expression);
            model.Hint(plan);
            var answer = await AskAsync(aim, bound, time, stop);
            Accept(answer, aim, ref value);
            if (answer.Bound is { } proven && Whole(proven) > bound)
            {
                if (Whole(proven) > value)
                {
                    // The plan at hand beats it: it bounds nothing.
                    record.Note(new Incident(
                        answer.Engine.Name,
                        EngineFailureKind.WrongAnswer,
                        FormattableString.Invariant($"{aim.Id}: bound {Whole(proven)} beaten by {value}")));
                }
                else
                {
                    (bound, boundEngine) = (Whole(proven), answer.Engine.Name);
                }
            }
        }

        if (expression is not null)
        {
            model.Builder.AddAtMost(expression, value);
        }

        Report(aim, value, bound);
        return new LevelResult(aim, value, bound, planEngine, boundEngine);
    }

    private async Task<SolveAnswer> AskAsync(AllocationObjective aim, long bound, TimeSpan time, CancellationToken stop)
    {
        var first = options.Engine == EngineChoice.CpSat ? EngineKind.CpSat : EngineKind.Highs;
        var progress = new EngineProgress(p => Report(
            aim,
            p.Solution is null ? null : aim.Measure(piece, model.Read(p.Solution)),
            p.Bound is { } b ? Math.Max(bound, Whole(b)) : bound));
        var answer = await engines.SolveAsync(Request(first, time), progress, stop);
        if (answer.Failure is null || options.Engine != EngineChoice.Auto || stop.IsCancellationRequested)
        {
            record.Note(answer);
            return answer;
        }

        // The other engine gets its chance: what breaks one seldom breaks both.
        record.Note(answer);
        var second = await engines.SolveAsync(Request(EngineKind.CpSat, time), progress, stop);
        record.Note(second);
        return second;
    }

    private SolveRequest Request(EngineKind engine, TimeSpan time) => new(
        model.Builder.ToProto(),
        engine,
        new SolveLimits
        {
            WallTime = time,
            Seed = options.Seed,
            Nodes = engine == EngineKind.Highs ? options.Steps : null,
            DeterministicTime = engine == EngineKind.CpSat && options.Steps is { } steps ? steps / 1000.0 : null,
        });

    /// <summary>Takes the engine's plan where it is at least as good as the one at hand.</summary>
    private void Accept(SolveAnswer answer, AllocationObjective aim, ref long value)
    {
        if (answer.Solution is null)
        {
            return;
        }

        var found = model.Read(answer.Solution);
        var measured = aim.Measure(piece, found);
        // Less than the model says is possible: what follows from the plan is only pressed down to its true value by the
        // aim, and an engine that ran out of time leaves it too high. More is a mistake in the model.
        if (measured > (long)Math.Round(answer.Objective ?? measured))
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"The model says {answer.Objective} on {aim.Id} where the plan measures {measured}."));
        }

        if (measured <= value)
        {
            (plan, value, planEngine) = (found, measured, answer.Engine.Name);
        }
    }

    private void Report(AllocationObjective aim, long? value, long bound) =>
        changed(new PieceState(aim, value ?? aim.Measure(piece, plan), bound));

    /// <summary>
    /// Aims are whole numbers, so a bound is rounded up to the next whole one; the margin keeps a bound that is whole
    /// but for floating-point noise from being rounded past it.
    /// </summary>
    private static long Whole(double bound) => (long)Math.Ceiling(Math.Clamp(bound, -1e18, 1e18) - 1e-4);
}
