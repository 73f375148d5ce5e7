using System.Globalization;
using Google.OrTools.Sat;
using Google.Protobuf.Collections;

namespace StaffPool.Solver.CpSat;

/// <summary>
/// Builds OR-Tools' own <see cref="CpModelProto"/>. Variables and literals of another builder are
/// refused when their index does not exist here; every invariant that OR-Tools would only report as
/// MODEL_INVALID, or that would overflow, throws at the call that breaks it.
/// </summary>
public sealed class CpModelBuilder
{
    /// <summary>Largest magnitude of a bound and of any expression: differences of two still fit 64 bits.</summary>
    public const long Limit = long.MaxValue / 2;

    private readonly CpModelProto proto = new();
    private readonly Dictionary<int, long> hints = [];

    public int VariableCount => proto.Variables.Count;

    /// <param name="lo">Smallest value.</param>
    /// <param name="hi">Largest value, not below <paramref name="lo"/>.</param>
    /// <param name="name">For messages only.</param>
    /// <exception cref="ArgumentException">The domain is empty or beyond <see cref="Limit"/>.</exception>
    public IntVar NewInt(long lo, long hi, string name)
    {
        if (lo > hi || lo < -Limit || hi > Limit)
        {
            throw new ArgumentException(Text($"Variable {name}: domain [{lo}, {hi}] is empty or beyond plus or minus {Limit}."), nameof(lo));
        }

        proto.Variables.Add(new IntegerVariableProto { Name = name, Domain = { lo, hi } });
        return new IntVar(proto.Variables.Count - 1);
    }

    public BoolVar NewBool(string name) => new(NewInt(0, 1, name).Index);

    /// <summary>lo &lt;= expression &lt;= hi; <see cref="long.MinValue"/> and <see cref="long.MaxValue"/> mean no bound.</summary>
    /// <exception cref="ArgumentException">lo is above hi, a variable is unknown, or the expression could overflow.</exception>
    public Constraint AddLinear(LinearExpr expression, long lo, long hi)
    {
        if (lo > hi)
        {
            throw new ArgumentException(Text($"Linear constraint with lower bound {lo} above upper bound {hi}."), nameof(lo));
        }

        var (terms, constant) = Read(expression);
        var linear = new LinearConstraintProto();
        AddTerms(terms, linear.Vars, linear.Coeffs, 1);
        linear.Domain.Add(lo == long.MinValue ? lo : Shift(lo, constant));
        linear.Domain.Add(hi == long.MaxValue ? hi : Shift(hi, constant));
        return Add(new ConstraintProto { Linear = linear });
    }

    public Constraint AddAtMost(LinearExpr expression, long hi) => AddLinear(expression, long.MinValue, hi);

    public Constraint AddAtLeast(LinearExpr expression, long lo) => AddLinear(expression, lo, long.MaxValue);

    public Constraint AddEqual(LinearExpr expression, long value) => AddLinear(expression, value, value);

    public Constraint AddExactlyOne(IEnumerable<BoolVar> literals) => Add(new ConstraintProto { ExactlyOne = Literals(literals) });

    public Constraint AddAtMostOne(IEnumerable<BoolVar> literals) => Add(new ConstraintProto { AtMostOne = Literals(literals) });

    public Constraint AddBoolOr(IEnumerable<BoolVar> literals) => Add(new ConstraintProto { BoolOr = Literals(literals) });

    /// <summary>If <paramref name="cause"/> then <paramref name="effect"/>.</summary>
    public Constraint AddImplication(BoolVar cause, BoolVar effect) => AddBoolOr([cause.Not(), effect]);

    /// <summary>target = max(expressions).</summary>
    /// <exception cref="ArgumentException">No expression, or one that could overflow.</exception>
    public Constraint AddMaxEquality(LinearExpr target, IEnumerable<LinearExpr> expressions)
    {
        var max = new LinearArgumentProto { Target = Expression(target) };
        max.Exprs.AddRange(expressions.Select(Expression));
        if (max.Exprs.Count == 0)
        {
            throw new ArgumentException("The maximum of no expression is not defined.", nameof(expressions));
        }

        return Add(new ConstraintProto { LinMax = max });
    }

    /// <summary>Replaces the objective.</summary>
    public void Minimize(LinearExpr expression) => SetObjective(expression, 1);

    /// <summary>Replaces the objective.</summary>
    public void Maximize(LinearExpr expression) => SetObjective(expression, -1);

    public void ClearObjective() => proto.Objective = null;

    /// <summary>A value to try first; replaces an earlier hint for the variable.</summary>
    /// <exception cref="ArgumentException">The variable is unknown.</exception>
    public void AddHint(IntVar variable, long value)
    {
        CheckIndex(variable.Index);
        hints[variable.Index] = value;
    }

    /// <inheritdoc cref="AddHint(IntVar, long)"/>
    public void AddHint(BoolVar variable, bool value) => AddHint(new IntVar(variable.Index), value != variable.IsNegated ? 1 : 0);

    public void ClearHints() => hints.Clear();

    /// <summary>A copy: the builder may go on changing.</summary>
    public CpModelProto ToProto()
    {
        var copy = proto.Clone();
        if (hints.Count > 0)
        {
            copy.SolutionHint = new PartialVariableAssignment();
            copy.SolutionHint.Vars.AddRange(hints.Keys);
            copy.SolutionHint.Values.AddRange(hints.Values);
        }

        return copy;
    }

    private static long Shift(long bound, long constant) =>
        (long)Int128.Clamp((Int128)bound - constant, long.MinValue, long.MaxValue);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void AddTerms(IReadOnlyDictionary<int, long> terms, RepeatedField<int> variables, RepeatedField<long> coefficients, long sign)
    {
        foreach (var (index, coefficient) in terms)
        {
            if (coefficient != 0)
            {
                variables.Add(index);
                coefficients.Add(sign * coefficient);
            }
        }
    }

    private void SetObjective(LinearExpr expression, long sign)
    {
        var (terms, constant) = Read(expression);
        // OR-Tools minimises; a maximum is the minimum of the opposite, displayed times -1.
        proto.Objective = new CpObjectiveProto { Offset = sign * constant, ScalingFactor = sign };
        AddTerms(terms, proto.Objective.Vars, proto.Objective.Coeffs, sign);
    }

    private LinearExpressionProto Expression(LinearExpr expression)
    {
        var (terms, constant) = Read(expression);
        var result = new LinearExpressionProto { Offset = constant };
        AddTerms(terms, result.Vars, result.Coeffs, 1);
        return result;
    }

    private (IReadOnlyDictionary<int, long> Terms, long Constant) Read(LinearExpr expression)
    {
        var (terms, constant) = expression.Flatten();
        var magnitude = Int128.Abs(constant);
        foreach (var (index, coefficient) in terms)
        {
            CheckIndex(index);
            var domain = proto.Variables[index].Domain;
            magnitude += Int128.Abs(coefficient) * Int128.Max(Int128.Abs(domain[0]), Int128.Abs(domain[1]));
        }

        if (magnitude > Limit)
        {
            throw new ArgumentException(Text($"An expression could reach {magnitude}, above {Limit}. Maybe scale its coefficients down."), nameof(expression));
        }

        return (terms, constant);
    }

    private BoolArgumentProto Literals(IEnumerable<BoolVar> literals)
    {
        var argument = new BoolArgumentProto();
        foreach (var literal in literals)
        {
            CheckIndex(literal.Index);
            argument.Literals.Add(literal.Literal);
        }

        return argument;
    }

    private void CheckIndex(int index)
    {
        if (index >= proto.Variables.Count)
        {
            throw new ArgumentException(Text($"Variable {index} is not of this model of {proto.Variables.Count} variables."), nameof(index));
        }
    }

    private Constraint Add(ConstraintProto constraint)
    {
        proto.Constraints.Add(constraint);
        return new Constraint(constraint);
    }
}
