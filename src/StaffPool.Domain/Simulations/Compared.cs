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
        where T : ISubtractionOperators<T, T, T>
    {
        var difference = after.Value - before.Value;
        return new(before, after, new(difference, [SimulationTexts.Of("simulations.step.difference", after.Value, before.Value, difference)]));
    }
}
