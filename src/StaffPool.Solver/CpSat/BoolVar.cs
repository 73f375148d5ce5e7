namespace StaffPool.Solver.CpSat;

/// <summary>A Boolean variable of one <see cref="CpModelBuilder"/>, or its negation.</summary>
/// <param name="Literal">The variable's index, or <c>-index - 1</c> for its negation, as in OR-Tools.</param>
public readonly record struct BoolVar(int Literal)
{
    /// <summary>Position of the variable in the model and in every solution.</summary>
    public int Index => Literal >= 0 ? Literal : -Literal - 1;

    public bool IsNegated => Literal < 0;

    public static LinearExpr operator +(BoolVar left, LinearExpr right) => (LinearExpr)left + right;

    public static LinearExpr operator -(BoolVar left, LinearExpr right) => (LinearExpr)left - right;

    public static LinearExpr operator *(BoolVar variable, long factor) => (LinearExpr)variable * factor;

    public static LinearExpr operator *(long factor, BoolVar variable) => (LinearExpr)variable * factor;

    public BoolVar Not() => new(-Literal - 1);

    /// <summary>Value in a solution of the model, the negation applied.</summary>
    public bool ValueIn(IReadOnlyList<long> solution) => (solution[Index] != 0) != IsNegated;
}
