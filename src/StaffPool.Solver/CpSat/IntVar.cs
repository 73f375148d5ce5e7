namespace StaffPool.Solver.CpSat;

/// <summary>An integer variable of one <see cref="CpModelBuilder"/>.</summary>
/// <param name="Index">Position in the model and in every solution.</param>
public readonly record struct IntVar(int Index)
{
    public static LinearExpr operator +(IntVar left, LinearExpr right) => (LinearExpr)left + right;

    public static LinearExpr operator -(IntVar left, LinearExpr right) => (LinearExpr)left - right;

    public static LinearExpr operator -(IntVar variable) => (LinearExpr)variable * -1;

    public static LinearExpr operator *(IntVar variable, long factor) => (LinearExpr)variable * factor;

    public static LinearExpr operator *(long factor, IntVar variable) => (LinearExpr)variable * factor;

    /// <summary>Value in a solution of the model.</summary>
    public long ValueIn(IReadOnlyList<long> solution) => solution[Index];
}
