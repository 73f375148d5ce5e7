using System.Numerics;
using StaffPool.Domain.Calculations;

namespace StaffPool.Domain.Simulations;

/// <summary>A figure before and after, each with its steps.</summary>
/// <param name="Before">Without the changes.</param>
/// <param name="After">With them.</param>
/// <param name="Difference">After less before.</param>
public sealed record Compared<T>(Traced<T> Before, Traced<T> After, Traced<T> Difference);

internal static class Compared
{
    public static Compared<T> Of<T>(Traced<T> before, Traced<T> after)
        where T : ISubtractionOperators<T, T, T> =>
        new(before, after, Difference(before.Value, after.Value));

    public static Traced<T> Difference<T>(T before, T after)
        where T : ISubtractionOperators<T, T, T>
    {
        var difference = after - before;
        return new(difference, [SimulationTexts.Of("simulations.step.difference", after, before, difference)]);
    }
}
