using System.Diagnostics;
using System.Globalization;
using Google.OrTools.Sat;
using Google.Protobuf.Collections;
using Kind = Google.OrTools.Sat.ConstraintProto.ConstraintOneofCase;

namespace StaffPool.Solver.CpSat;

/// <summary>
/// Exact check of a solution against the model, independent of the engines: no answer leaves
/// <c>EnginePool</c> without it. Knows the constraints that <see cref="CpModelBuilder"/> makes.
/// </summary>
internal static class SolutionCheck
{
    /// <exception cref="NotSupportedException">The model has a kind of constraint that is not known here.</exception>
    public static void ThrowIfUnsupported(CpModelProto model)
    {
        foreach (var constraint in model.Constraints)
        {
            if (constraint.ConstraintCase is not (Kind.None or Kind.Linear or Kind.BoolOr or Kind.AtMostOne or Kind.ExactlyOne or Kind.LinMax))
            {
                throw new NotSupportedException($"No check is written for {constraint.ConstraintCase} constraints. Write it in {nameof(SolutionCheck)}.");
            }
        }
    }

    /// <summary>The first broken domain or constraint, in words; null when the solution holds.</summary>
    public static string? FindViolation(CpModelProto model, IReadOnlyList<long> solution)
    {
        if (solution.Count != model.Variables.Count)
        {
            return Text($"{solution.Count} values for {model.Variables.Count} variables");
        }

        for (var i = 0; i < solution.Count; i++)
        {
            if (!Contains(model.Variables[i].Domain, solution[i]))
            {
                return Text($"variable {i} {model.Variables[i].Name} has the value {solution[i]} outside its domain");
            }
        }

        for (var i = 0; i < model.Constraints.Count; i++)
        {
            var constraint = model.Constraints[i];
            if (constraint.EnforcementLiteral.All(literal => IsTrue(literal, solution)) && !Holds(constraint, solution))
            {
                return Text($"constraint {i} {constraint.Name} ({constraint.ConstraintCase}) is broken");
            }
        }

        return null;
    }

    /// <summary>The integer objective that OR-Tools minimises, before offset and scaling.</summary>
    public static Int128 InnerObjective(CpObjectiveProto objective, IReadOnlyList<long> solution) =>
        Sum(objective.Vars, objective.Coeffs, solution);

    private static bool Holds(ConstraintProto constraint, IReadOnlyList<long> solution) => constraint.ConstraintCase switch
    {
        Kind.None => true,
        Kind.Linear =>
            Contains(constraint.Linear.Domain, Sum(constraint.Linear.Vars, constraint.Linear.Coeffs, solution)),
        Kind.BoolOr => CountTrue(constraint.BoolOr, solution) >= 1,
        Kind.AtMostOne => CountTrue(constraint.AtMostOne, solution) <= 1,
        Kind.ExactlyOne => CountTrue(constraint.ExactlyOne, solution) == 1,
        Kind.LinMax =>
            Value(constraint.LinMax.Target, solution) == constraint.LinMax.Exprs.Select(expression => Value(expression, solution)).Max(),
        _ => throw new UnreachableException(),
    };

    private static Int128 Value(LinearExpressionProto expression, IReadOnlyList<long> solution) =>
        expression.Offset + Sum(expression.Vars, expression.Coeffs, solution);

    private static Int128 Sum(RepeatedField<int> variables, RepeatedField<long> coefficients, IReadOnlyList<long> solution)
    {
        Int128 sum = 0;
        for (var i = 0; i < variables.Count; i++)
        {
            // A negative reference is the opposite of the variable.
            var value = variables[i] >= 0 ? (Int128)solution[variables[i]] : -(Int128)solution[-variables[i] - 1];
            sum += coefficients[i] * value;
        }

        return sum;
    }

    private static int CountTrue(BoolArgumentProto argument, IReadOnlyList<long> solution) =>
        argument.Literals.Count(literal => IsTrue(literal, solution));

    private static bool IsTrue(int literal, IReadOnlyList<long> solution) => new BoolVar(literal).ValueIn(solution);

    private static bool Contains(RepeatedField<long> domain, Int128 value)
    {
        for (var i = 0; i + 1 < domain.Count; i += 2)
        {
            if (domain[i] <= value && value <= domain[i + 1])
            {
                return true;
            }
        }

        return false;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
