using Google.OrTools.Sat;
using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Engines;

/// <summary>
/// The parent's own record of one solve: best checked solution and best bound, from the hint, the
/// host's messages and its final response. What it says survives the host.
/// </summary>
internal sealed class BestKnown
{
    private readonly CpModelProto model;
    private readonly CpObjectiveProto? objective;
    private readonly double scale;
    private Int128? innerObjective;
    private long? innerBound;
    private double? announced;

    public BestKnown(CpModelProto model)
    {
        this.model = model;
        objective = model.Objective;
        scale = objective is null || objective.ScalingFactor == 0 ? 1 : objective.ScalingFactor;
        innerBound = objective is null ? null : TrivialBound();
        if (model.SolutionHint?.Vars.Count == model.Variables.Count)
        {
            Offer(CompleteHint());
        }
    }

    public bool Maximises => scale < 0;

    public IReadOnlyList<long>? Solution { get; private set; }

    public double? Objective => objective is null || innerObjective is null ? null : ToUser((double)innerObjective.Value);

    public double? Bound => innerBound is null ? null : ToUser(innerBound.Value);

    /// <summary>Objective of the best solution known to exist, even when only the engine has its values.</summary>
    public double? BestObjective => (Objective, announced) switch
    {
        (null, var other) => other,
        (var own, null) => own,
        var (own, other) => Maximises ? Math.Max(own.Value, other.Value) : Math.Min(own.Value, other.Value),
    };

    public bool IsProvedOptimal => Solution is not null && (objective is null || innerBound >= innerObjective);

    /// <summary>Keeps the solution when it is better; returns what it breaks, if anything.</summary>
    public string? Offer(IReadOnlyList<long> solution)
    {
        if (SolutionCheck.FindViolation(model, solution) is { } violation)
        {
            return violation;
        }

        var inner = objective is null ? 0 : SolutionCheck.InnerObjective(objective, solution);
        if (innerObjective is null || inner < innerObjective)
        {
            innerObjective = inner;
            Solution = solution;
        }

        return null;
    }

    /// <summary>An objective that the engine reached without giving the values.</summary>
    public void Announce(double value)
    {
        if (double.IsFinite(value))
        {
            announced = BestObjective is { } best ? (Maximises ? Math.Max(best, value) : Math.Min(best, value)) : value;
        }
    }

    /// <summary>A proven bound in the user's terms, perhaps not exactly an integer objective: taken to the safe side.</summary>
    public void OfferBound(double value)
    {
        if (objective is null || !double.IsFinite(value))
        {
            return;
        }

        var inner = (value / scale) - objective.Offset;
        var safe = Math.Ceiling(inner - 1e-6 - (1e-9 * Math.Abs(inner)));
        if (Math.Abs(safe) < CpModelBuilder.Limit)
        {
            OfferInnerBound((long)safe);
        }
    }

    public void OfferInnerBound(long value)
    {
        if (objective is not null && (innerBound is null || value > innerBound))
        {
            innerBound = value;
        }
    }

    private double ToUser(double inner) => scale * (inner + objective!.Offset);

    private long? TrivialBound()
    {
        Int128 bound = 0;
        for (var i = 0; i < objective!.Vars.Count; i++)
        {
            var domain = model.Variables[objective.Vars[i]].Domain;
            Int128 coefficient = objective.Coeffs[i];
            bound += Int128.Min(coefficient * domain[0], coefficient * domain[^1]);
        }

        return Int128.Abs(bound) < long.MaxValue ? (long)bound : null;
    }

    private long[] CompleteHint()
    {
        var values = new long[model.Variables.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[model.SolutionHint.Vars[i]] = model.SolutionHint.Values[i];
        }

        return values;
    }
}
