using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Calculations;

/// <summary>A figure together with the steps that led to it, because every figure must explain itself.</summary>
/// <param name="Value">The result.</param>
/// <param name="Trace">The steps, in order, each a sentence.</param>
public sealed record Traced<T>(T Value, IReadOnlyList<Text> Trace);
