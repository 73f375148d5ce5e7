using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.UseCases;

/// <summary>A use case did nothing, and says why: every reason at once.</summary>
public sealed class RefusedException(Refusal refusal, IReadOnlyList<Violation> reasons)
    : Exception($"{refusal}: {string.Join(", ", reasons.Select(r => r.Code))}")
{
    public Refusal Refusal { get; } = refusal;

    public IReadOnlyList<Violation> Reasons { get; } = reasons;

    public static RefusedException Of(Refusal refusal, Text message) =>
        new(refusal, [new Violation(message.Key, Severity.Blocking, message, [], null)]);

    /// <summary>Goes on only where nothing is wrong.</summary>
    /// <exception cref="RefusedException">Something is; with every problem.</exception>
    public static void IfAny(IEnumerable<Violation> problems)
    {
        var all = problems.ToList();
        if (all.Count > 0)
        {
            throw new RefusedException(Refusal.Invalid, all);
        }
    }
}

public enum Refusal
{
    /// <summary>The user has no role that permits it. A grouping that the user is not in looks the same.</summary>
    NotPermitted,

    NotFound,

    /// <summary>Somebody changed it since it was read.</summary>
    OutOfDate,

    /// <summary>Somebody has it already: a half-day, an identifier.</summary>
    Taken,

    /// <summary>What was asked breaks rules.</summary>
    Invalid,
}
