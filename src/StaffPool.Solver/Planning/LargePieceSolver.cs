using StaffPool.Domain.Planning;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning.Objectives;
using StaffPool.Solver.Planning.Patterns;

namespace StaffPool.Solver.Planning;

/// <summary>
/// Solves a piece too large to settle every aim in turn: all aims at once, weighed by <see cref="Composite"/>. A quick
/// search over patterns gives the plan, a Lagrangean relaxation the bound, and the MIP engine improves both: on the
/// whole piece where it can, else on one tile of neighbouring people after another.
/// </summary>
internal sealed class LargePieceSolver : IPieceSolver
{
    /// <summary>Free cells above which a piece is too large for one aim after the other.</summary>
    public const int Threshold = 150;

    private const int WholeModelCells = 1_500;
    private const int TriesPerPerson = 4_000;
    private const int MostRounds = 20_000;

    // Parts of the time: the search over patterns ends by the first, the first bound by the second.
    private const double SearchPart = 0.2;
    private const double BoundPart = 0.3;

    // What is left is not worth an engine's time: it goes to the other pieces.
    private const double CloseEnough = 0.002;

    private static readonly TimeSpan TileTime = TimeSpan.FromSeconds(1.5);

    private readonly AllocationProblem piece;
    private readonly AllocationOptions options;
    private readonly EnginePool engines;
    private readonly SearchClock clock;
    private readonly Action<PieceState> changed;
    private readonly PatternPiece patterns;
    private readonly PatternState state;
    private readonly LagrangeanBound lagrangean;
    private readonly HashSet<string> enginesUsed = [];
    private readonly List<Incident> incidents = [];
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

    public async Task<PieceOutcome> SolveAsync(CancellationToken stop)
    {
        var time = clock.ForPiece(SearchClock.SizeOf(piece));
        var deadline = clock.Elapsed + time;
        bool Late(double part) => stop.IsCancellationRequested || clock.Elapsed > deadline - ((1 - part) * time);

        // With a budget of steps the search must not know of the clock; without, it cools down as its time runs out.
        var allTries = (double)TriesPerPerson * patterns.People;
        var begun = clock.Elapsed;
        new PatternSearch(patterns, state, options.Seed).Improve(tries =>
            stop.IsCancellationRequested ? 1
            : options.Steps is not null ? tries / allTries
            : Math.Max(tries / allTries, (clock.Elapsed - begun) / (SearchPart * time)));
        Measure();
        lagrangean.StartFrom(state.HalfDays);
        lagrangean.Improve(value, MostRounds, () => Late(BoundPart));
        Tighten(lagrangean.Value, "Lagrangean");
        if (patterns.Cells.Count <= WholeModelCells)
        {
            await SolveAsync([.. Enumerable.Range(0, patterns.People)], deadline - clock.Elapsed, stop);
        }
        else
        {
            var tile = new Tile(patterns, options.Seed);
            for (var i = 0L; Gap > CloseEnough && !Late(0.9) && i < (options.Steps ?? long.MaxValue); i++)
            {
                await SolveAsync(tile.Next(state), Shorter(TileTime, deadline - clock.Elapsed), stop);
            }

            lagrangean.Improve(value, MostRounds, () => Late(1));
            Tighten(lagrangean.Value, "Lagrangean");
        }

        clock.PieceDone(SearchClock.SizeOf(piece));
        var plan = state.Plan();
        var planEngine = enginesUsed.Count > 0 ? "HiGHS + patterns" : "patterns";
        return new PieceOutcome(
            plan,
            [.. ObjectiveModels.InOrder.Select(o => new LevelResult(
                o.Objective, o.Objective.Measure(piece, plan), o.ArithmeticBound(piece), planEngine, "arithmetic"))],
            new LevelResult(Composite.Objective, value, bound, planEngine, boundEngine),
            [.. enginesUsed],
            incidents);
    }

    /// <summary>Solves again for some people, all others kept, and takes what comes back if it is better.</summary>
    private async Task SolveAsync(IReadOnlyCollection<int> people, TimeSpan time, CancellationToken stop)
    {
        if (time <= TimeSpan.Zero || stop.IsCancellationRequested || Gap <= CloseEnough)
        {
            return;
        }

        var before = value;
        var model = new PatternModel(patterns, state, people);
        var whole = people.Count == patterns.People;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var answer = await engines.SolveAsync(
            new SolveRequest(
                model.Builder.ToProto(),
                EngineKind.Highs,
                new SolveLimits { WallTime = time, Seed = options.Seed, Nodes = options.Steps }),
            whole ? new EngineProgress(p => StopWhenCloseEnough(p, model, enough)) : null,
            enough.Token);
        enginesUsed.Add(PieceSolver.Describe(answer.Engine));
        if (answer.Failure is { } failure)
        {
            incidents.Add(new Incident(answer.Engine.Name, failure.Kind, failure.Detail));
        }

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

        if (whole && answer is { Bound: { } proven, Objective: { } reached })
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

    private static TimeSpan Shorter(TimeSpan first, TimeSpan second) => first < second ? first : second;
}
