using StaffPool.Domain.Planning;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning.Objectives;
using StaffPool.Solver.Planning.Patterns;

namespace StaffPool.Solver.Planning;

/// <summary>
/// Solves a piece too large to settle every aim in turn: all aims at once, weighed by <see cref="Composite"/>. A quick
/// search over patterns gives a plan, a Lagrangean relaxation the bound and prices, a long search with these prices the
/// plan that counts; where the MIP engine can take the whole piece, it improves both.
/// </summary>
internal sealed class LargePieceSolver : IPieceSolver
{
    /// <summary>Free cells above which a piece is too large for one aim after the other.</summary>
    public const int Threshold = 150;

    private const int WholeModelCells = 3_000;
    private const int QuickTriesPerPerson = 400;
    private const int TriesPerPerson = 30_000;
    private const int MostRounds = 20_000;

    // Parts of the time: the searches over patterns end by these. An engine needs its time, nothing else does.
    private const double QuickPart = 0.05;
    private const double SearchPartBeforeEngine = 0.35;
    private const double SearchPart = 0.97;

    // What is left is not worth an engine's time: it goes to the other pieces.
    private const double CloseEnough = 0.002;

    private readonly AllocationProblem piece;
    private readonly AllocationOptions options;
    private readonly EnginePool engines;
    private readonly SearchClock clock;
    private readonly Action<PieceState> changed;
    private readonly PatternPiece patterns;
    private readonly PatternState state;
    private readonly LagrangeanBound lagrangean;
    private readonly EngineRecord record = new();
    private long value;
    private long bound;
    private string boundEngine = "arithmetic";

    public LargePieceSolver(
        AllocationProblem piece, AllocationOptions options, EnginePool engines, SearchClock clock, Action<PieceState> changed)
    {
        this.piece = piece;
        this.options = options;
        this.engines = engines;
        this.clock = clock;
        this.changed = changed;
        patterns = new PatternPiece(piece);
        state = new PatternState(patterns, ConstructiveStart.Of(piece));
        lagrangean = new LagrangeanBound(patterns);
        bound = ObjectiveModels.InOrder.Sum(o => Composite.WeightOf(o.Objective) * o.ArithmeticBound(piece));
        Measure();
    }

    private double Gap => LevelResult.GapOf(value, bound);

    public void Prepare(CancellationToken stop)
    {
        var done = Watch(clock.ForPiece(SearchClock.SizeOf(piece)), stop);
        Search(QuickTriesPerPerson, () => done(QuickPart), null);
        lagrangean.StartFrom(state.HalfDays);
        Bound(() => done(2 * QuickPart));
    }

    public async Task<PieceOutcome> SolveAsync(CancellationToken stop)
    {
        var time = clock.ForPiece(SearchClock.SizeOf(piece));
        var deadline = clock.Elapsed + time;
        var done = Watch(time, stop);
        var useEngine = patterns.Cells.Count <= WholeModelCells;
        Search(TriesPerPerson, () => done(useEngine ? SearchPartBeforeEngine : SearchPart), lagrangean.BestPrices);
        Balance(() => done(1));
        Bound(() => done(1));
        if (useEngine)
        {
            await SolveAsync(deadline - clock.Elapsed, stop);
        }

        clock.PieceDone(SearchClock.SizeOf(piece));
        var plan = state.Plan();
        var planEngine = record.Engines.Count > 0 ? "HiGHS + patterns" : "patterns";
        return new PieceOutcome(
            plan,
            [.. ObjectiveModels.InOrder.Select(o => new LevelResult(
                o.Objective, o.Objective.Measure(piece, plan), o.ArithmeticBound(piece), planEngine, "arithmetic"))],
            new LevelResult(Composite.Objective, value, bound, planEngine, boundEngine),
            record.Engines,
            record.Incidents);
    }

    /// <summary>Tells how much of a part of the time is over; with a budget of steps nothing may know of the clock.</summary>
    private Func<double, double> Watch(TimeSpan time, CancellationToken stop)
    {
        var begun = clock.Elapsed;
        return part => stop.IsCancellationRequested || time <= TimeSpan.Zero ? 1 : options.Steps is not null ? 0 : (clock.Elapsed - begun) / (part * time);
    }

    /// <summary>Cools down as its tries or its time run out, whichever is first.</summary>
    private void Search(int triesPerPerson, Func<double> timeDone, double[]? prices)
    {
        var most = (double)triesPerPerson * patterns.People;
        new PatternSearch(patterns, state, options.Seed, prices).Improve(tries => Math.Max(tries / most, timeDone()));
        Measure();
    }

    private void Bound(Func<double> timeDone)
    {
        lagrangean.Improve(value, MostRounds, () => timeDone() >= 1);
        Tighten(lagrangean.Value, "Lagrangean");
    }

    /// <summary>The best amounts for the cells that are open; fairness counts as nothing in it, so the result is weighed.</summary>
    private void Balance(Func<double> timeDone)
    {
        var (before, kept) = (value, (int[])state.HalfDays.Clone());
        new CycleCancelling(patterns, state).Improve(() => timeDone() >= 1);
        Measure();
        if (value > before)
        {
            state.Put(kept);
            Measure();
        }
    }

    /// <summary>Gives the whole piece to the engine and takes what comes back if it is better.</summary>
    private async Task SolveAsync(TimeSpan time, CancellationToken stop)
    {
        if (time <= TimeSpan.Zero || stop.IsCancellationRequested || Gap <= CloseEnough)
        {
            return;
        }

        var before = value;
        var model = new PatternModel(patterns, state).WithStart();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var answer = await engines.SolveAsync(
            new SolveRequest(
                model.Builder.ToProto(),
                EngineKind.Highs,
                new SolveLimits { WallTime = time, Seed = options.Seed, Nodes = options.Steps }),
            new EngineProgress(p => StopWhenCloseEnough(p, model, enough)),
            enough.Token);
        record.Note(answer);
        if (answer.Solution is null)
        {
            return;
        }

        model.Apply(answer.Solution);
        Measure();
        if (value > before)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"The model made the plan worse: {before} to {value}."));
        }

        if (answer is { Bound: { } proven, Objective: { } reached })
        {
            Tighten(value - (long)Math.Floor((reached - proven) * model.Scale), answer.Engine.Name);
        }
    }

    /// <summary>Ends the solve of a whole piece as soon as the rest is not worth its time.</summary>
    private void StopWhenCloseEnough(SolveProgress progress, PatternModel model, CancellationTokenSource enough)
    {
        if (progress is { Objective: { } reached, Bound: { } proven } && (reached - proven) * model.Scale < CloseEnough * Math.Abs(value))
        {
            enough.Cancel();
        }
    }

    private void Measure()
    {
        value = Composite.Of(piece, state.Plan());
        changed(new PieceState(Composite.Objective, value, bound));
    }

    private void Tighten(long proven, string engine)
    {
        if (proven > bound && proven <= value)
        {
            (bound, boundEngine) = (proven, engine);
            changed(new PieceState(Composite.Objective, value, bound));
        }
    }
}
