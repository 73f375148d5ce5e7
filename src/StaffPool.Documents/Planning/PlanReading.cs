using StaffPool.Domain.Planning;
using StaffPool.Domain.Texts;

namespace StaffPool.Documents.Planning;

/// <summary>What came of reading a plan file.</summary>
/// <param name="Plan">The plan, or null where any problem is an error: nothing is half-read.</param>
/// <param name="Problems">Every problem found, in the order of the file.</param>
public sealed record PlanReading(AllocationPlan? Plan, IReadOnlyList<PlanProblem> Problems)
{
    /// <summary>SHA-256 of the file, in lower-case hexadecimal.</summary>
    public string Hash { get; init; } = "";
}

/// <param name="Place">"12:7" (line and column) where the JSON itself is broken, else the field, as "assignments[3].need".</param>
/// <param name="IsError">False for a warning: the plan is read all the same.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Advice">What to do.</param>
public sealed record PlanProblem(string Place, bool IsError, Text Message, Text Advice);
