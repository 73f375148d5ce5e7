using StaffPool.Domain.Calendar;
using StaffPool.Domain.Members;

namespace StaffPool.Domain.Workforce;

/// <summary>A shared professional: employed by one member, working on several sites.</summary>
public sealed record Professional
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required Profession Profession { get; init; }

    public required Member Employer { get; init; }

    /// <summary>Administrative residence, from which kilometres are counted.</summary>
    public required Site Base { get; init; }

    /// <summary>Full-time equivalents shared through the grouping, above 0 and at most 1.</summary>
    public required decimal FullTimeEquivalent { get; init; }

    public WorkingTimeRuleSet WorkingTime { get; init; } = WorkingTimeRuleSet.PublicHospital;

    public EmploymentStatus Status { get; init; } = EmploymentStatus.CivilServant;

    public Consent Consent { get; init; } = Consent.ToAll;

    /// <summary>Manager who follows the professional and owns the planning, by name or function; null if not known.</summary>
    public string? ReferentManager { get; init; }

    /// <summary>Diplomas or authorisations beyond the profession, matched against what a need asks for.</summary>
    public IReadOnlyList<string> Qualifications { get; init; } = [];

    /// <summary>Half-days a year kept out of the plan: training, grouping meetings, staff representation.</summary>
    public int ReservedHalfDaysPerYear { get; init; }

    /// <summary>Sites the professional would rather work on.</summary>
    public IReadOnlyList<Site> Preferred { get; init; } = [];

    /// <summary>Sites the professional accepts but would rather avoid.</summary>
    public IReadOnlyList<Site> Avoided { get; init; } = [];

    /// <summary>
    /// Whole half-days that can be planned in the period: full-time equivalent x half-days of a full-time
    /// contract x part of the year, less the reserved ones, rounded down (nobody owes a fraction of a half-day).
    /// </summary>
    public int CapacityIn(Period period)
    {
        var contract = FullTimeEquivalent * WorkingTime.HalfDaysPerYear * period.YearFraction;
        var reserved = ReservedHalfDaysPerYear * period.YearFraction;
        return Math.Max(0, (int)decimal.Floor(contract - reserved));
    }

    public bool Equals(Professional? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

public enum EmploymentStatus
{
    /// <summary>Titulaire.</summary>
    CivilServant,

    /// <summary>Contractuel de droit public.</summary>
    PublicContract,

    /// <summary>Salarié de droit privé.</summary>
    PrivateEmployee,
}
