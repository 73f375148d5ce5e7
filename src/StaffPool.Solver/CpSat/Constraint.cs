using Google.OrTools.Sat;

namespace StaffPool.Solver.CpSat;

/// <summary>A constraint just added to a model.</summary>
public sealed class Constraint
{
    private readonly ConstraintProto proto;

    internal Constraint(ConstraintProto proto) => this.proto = proto;

    /// <summary>The constraint holds only when every literal is true. Calls add up.</summary>
    /// <exception cref="InvalidOperationException">OR-Tools does not enforce this kind of constraint conditionally.</exception>
    public Constraint OnlyEnforceIf(params ReadOnlySpan<BoolVar> literals)
    {
        if (proto.ConstraintCase is not (ConstraintProto.ConstraintOneofCase.Linear or ConstraintProto.ConstraintOneofCase.BoolOr))
        {
            throw new InvalidOperationException($"A {proto.ConstraintCase} constraint cannot be enforced by literals. Maybe write it as a linear constraint.");
        }

        foreach (var literal in literals)
        {
            proto.EnforcementLiteral.Add(literal.Literal);
        }

        return this;
    }
}
