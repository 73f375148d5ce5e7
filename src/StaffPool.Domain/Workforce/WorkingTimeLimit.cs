using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Workforce;

/// <summary>One limit that a text or an agreement sets to the working time of a person.</summary>
public abstract record WorkingTimeLimit
{
    /// <summary>Stable code of the rule, for example <c>working-time.daily-rest</c>; also the key of its sentence.</summary>
    public abstract string Code { get; }

    public required LegalReference Reference { get; init; }

    public Severity Severity { get; init; } = Severity.Blocking;

    /// <summary>Every stretch of days in which the limit is broken.</summary>
    public abstract IEnumerable<LimitBreach> Assess(WorkRecord work);

    /// <summary>A breach of this limit.</summary>
    protected LimitBreach Breach(DateOnly from, DateOnly to, decimal actual, decimal allowed) => new(this, from, to, actual, allowed);
}

/// <summary>A limit that is broken.</summary>
/// <param name="Limit">Which.</param>
/// <param name="From">First day concerned.</param>
/// <param name="To">Last day concerned.</param>
/// <param name="Actual">What there is: hours, days or times, as the limit counts.</param>
/// <param name="Allowed">What there may be at most, or must be at least.</param>
public sealed record LimitBreach(WorkingTimeLimit Limit, DateOnly From, DateOnly To, decimal Actual, decimal Allowed)
{
    /// <param name="personId">Identifier of the person, for links and filters.</param>
    /// <param name="personName">As shown to the user.</param>
    public Violation Of(string personId, string personName) => new(
        Limit.Code,
        Limit.Severity,
        WorkforceTexts.Of(Limit.Code, personName, From, To, Actual, Allowed),
        [personId],
        Limit.Reference);
}
