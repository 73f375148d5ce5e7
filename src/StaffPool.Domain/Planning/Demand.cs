using StaffPool.Domain.Needs;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Planning;

/// <summary>A need counted in half-days of the planned period.</summary>
/// <param name="Need">The declaration.</param>
/// <param name="HalfDays">What is asked in the period; never less than <paramref name="LegalMinimum"/>.</param>
/// <param name="LegalMinimum">What the law imposes in the period, zero where it imposes nothing.</param>
/// <param name="Trace">How the declared quantity became half-days.</param>
public sealed record Demand(NeedDeclaration Need, int HalfDays, int LegalMinimum, IReadOnlyList<Text> Trace);
