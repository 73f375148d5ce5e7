using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Rosters;

/// <summary>A sum of what is settled and of what the engine decides, with the range it can take.</summary>
internal sealed class Sum
{
    private readonly List<LinearExpr> terms = [];

    /// <summary>The settled part.</summary>
    public long Constant { get; private set; }

    /// <summary>Most that the open part can come to, all variables being at least 0.</summary>
    public long OpenMost { get; private set; }

    public bool IsSettled => terms.Count == 0;

    public LinearExpr Open => LinearExpr.Sum(terms);

    public LinearExpr Whole => Open + Constant;

    public Sum Add(long constant)
    {
        Constant += constant;
        return this;
    }

    public Sum Add(Literal literal, long factor = 1)
    {
        if (literal.Variable is { } variable)
        {
            terms.Add(variable * factor);
            OpenMost += Math.Max(0, factor);
        }
        else if (literal.IsTrue)
        {
            Constant += factor;
        }

        return this;
    }

    public void Add(IntVar variable, long factor, long most)
    {
        terms.Add(variable * factor);
        OpenMost += Math.Max(0, factor * most);
    }

    public void Add(Sum other, long factor = 1)
    {
        Constant += factor * other.Constant;
        if (!other.IsSettled)
        {
            terms.Add(other.Open * factor);
            OpenMost += factor * other.OpenMost;
        }
    }

    /// <summary>The open part leaves room for no more than the limit; a settled part above it forbids any addition.</summary>
    public void HoldAtMost(CpModelBuilder builder, long limit)
    {
        var room = Math.Max(0, limit - Constant);
        if (OpenMost > room)
        {
            builder.AddAtMost(Open, room);
        }
    }
}

/// <summary>True, false, or for the engine to say.</summary>
internal readonly record struct Literal(BoolVar? Variable, bool IsTrue)
{
    public static Literal True { get; } = new(null, true);

    public static Literal False { get; } = new(null, false);

    public bool IsSettled => Variable is null;

    public static implicit operator Literal(BoolVar variable) => new(variable, false);

    public Literal Not() => Variable is { } variable ? new(variable.Not(), false) : new(null, !IsTrue);
}
