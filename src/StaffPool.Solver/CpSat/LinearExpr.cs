namespace StaffPool.Solver.CpSat;

/// <summary>
/// An integer linear expression. Adding costs the same whatever the sizes: the parts are linked,
/// and only read out, once, when the expression enters a model. So <c>total += 3 * x</c> in a loop is linear.
/// </summary>
public sealed class LinearExpr
{
    private readonly IReadOnlyList<(LinearExpr Part, long Factor)> parts;
    private readonly int variable;
    private readonly long constant;

    private LinearExpr(IReadOnlyList<(LinearExpr Part, long Factor)> parts, int variable, long constant)
    {
        this.parts = parts;
        this.variable = variable;
        this.constant = constant;
    }

    public static LinearExpr Zero { get; } = Constant(0);

    public static implicit operator LinearExpr(IntVar variable) => new([], variable.Index, 0);

    /// <remarks>The negation of x is 1 - x.</remarks>
    public static implicit operator LinearExpr(BoolVar variable) =>
        variable.IsNegated
            ? new([(new LinearExpr([], variable.Index, 0), -1)], -1, 1)
            : new([], variable.Index, 0);

    public static implicit operator LinearExpr(long constant) => Constant(constant);

    public static LinearExpr operator +(LinearExpr left, LinearExpr right) => new([(left, 1), (right, 1)], -1, 0);

    public static LinearExpr operator -(LinearExpr left, LinearExpr right) => new([(left, 1), (right, -1)], -1, 0);

    public static LinearExpr operator -(LinearExpr expression) => expression * -1;

    public static LinearExpr operator *(LinearExpr expression, long factor) => new([(expression, factor)], -1, 0);

    public static LinearExpr operator *(long factor, LinearExpr expression) => expression * factor;

    public static LinearExpr Constant(long value) => new([], -1, value);

    public static LinearExpr Sum(IEnumerable<LinearExpr> parts) => new([.. parts.Select(part => (part, 1L))], -1, 0);

    public static LinearExpr Sum(IEnumerable<IntVar> variables) => Sum(variables.Select(variable => (LinearExpr)variable));

    public static LinearExpr Sum(IEnumerable<BoolVar> variables) => Sum(variables.Select(variable => (LinearExpr)variable));

    /// <summary>Value in a solution of the model.</summary>
    /// <exception cref="OverflowException">The value does not fit 64 bits.</exception>
    public long ValueIn(IReadOnlyList<long> solution)
    {
        var (terms, total) = Flatten();
        foreach (var (index, coefficient) in terms)
        {
            total += coefficient * solution[index];
        }

        return total;
    }

    /// <summary>Coefficient of each variable, in order of first appearance, and the constant.</summary>
    /// <exception cref="OverflowException">A coefficient does not fit 64 bits.</exception>
    internal (IReadOnlyDictionary<int, long> Terms, long Constant) Flatten()
    {
        var terms = new Dictionary<int, long>();
        var total = 0L;
        // A stack of our own: a chain of a million additions must not exhaust the thread's.
        var pending = new Stack<(LinearExpr Expression, long Factor)>();
        pending.Push((this, 1));
        while (pending.TryPop(out var item))
        {
            var (expression, factor) = item;
            total += factor * expression.constant;
            if (expression.variable >= 0)
            {
                terms[expression.variable] = terms.GetValueOrDefault(expression.variable) + factor;
            }

            for (var i = expression.parts.Count - 1; i >= 0; i--)
            {
                pending.Push((expression.parts[i].Part, factor * expression.parts[i].Factor));
            }
        }

        return (terms, total);
    }
}
