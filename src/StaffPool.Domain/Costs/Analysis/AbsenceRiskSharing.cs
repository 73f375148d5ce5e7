using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Costs.Analysis;

/// <summary>Who bears the half-days lost to absences.</summary>
public enum AbsenceRisk
{
    /// <summary>All: each is billed what it received, the lost half-days make every half-day dearer.</summary>
    Grouping,

    /// <summary>The host: billed what was planned, served or not.</summary>
    Host,

    /// <summary>The employer: the lost half-days are billed to it.</summary>
    Employer,
}

/// <summary>
/// Half-days to bill once absences are counted: what was used is not what was declared (Guide ANAP 2011, sharing of the risk).
/// The result feeds a key on <see cref="Measure.HalfDaysBilled"/>.
/// </summary>
public static class AbsenceRiskSharing
{
    /// <param name="risk">From <see cref="CostSettings.AbsenceRisk"/>.</param>
    /// <param name="lines">Half-days planned and lost.</param>
    /// <returns>Half-days of each host and employer, by identifier.</returns>
    /// <exception cref="DomainException">Negative half-days, or more lost than planned.</exception>
    public static IReadOnlyList<BilledHalfDays> Run(AbsenceRisk risk, IReadOnlyList<AbsenceLine> lines)
    {
        if (lines.FirstOrDefault(l => l.Lost < 0 || l.Lost > l.Planned) is { } wrong)
        {
            throw new DomainException(CostTexts.Of("costs.absence-input", wrong.HostId, wrong.Planned, wrong.Lost));
        }

        return
        [
            .. from member in lines.SelectMany(l => new[] { l.HostId, l.EmployerId })
                   .Distinct(StringComparer.Ordinal)
                   .Order(StringComparer.Ordinal)
               let planned = lines.Where(l => l.HostId == member).Sum(l => l.Planned)
               let lost = lines.Where(l => l.HostId == member).Sum(l => l.Lost)
               let borne = risk == AbsenceRisk.Employer ? lines.Where(l => l.EmployerId == member).Sum(l => l.Lost) : 0
               let billed = (risk == AbsenceRisk.Host ? planned : planned - lost) + borne
               select new BilledHalfDays(member, new Traced<decimal>(
                   billed,
                   [risk switch
                   {
                       AbsenceRisk.Grouping => CostTexts.Of("costs.step.absence-grouping", planned, lost, billed),
                       AbsenceRisk.Host => CostTexts.Of("costs.step.absence-host", planned, lost, billed),
                       AbsenceRisk.Employer => CostTexts.Of("costs.step.absence-employer", planned, lost, borne, billed),
                       _ => throw new DomainException($"Unknown sharing of absences {risk}."),
                   }])),
        ];
    }
}

/// <param name="HostId">Who was to receive the half-days.</param>
/// <param name="EmployerId">Who employs the absent professional.</param>
/// <param name="Planned">Half-days planned in the period.</param>
/// <param name="Lost">Those that nobody served, replacements deducted.</param>
public sealed record AbsenceLine(string HostId, string EmployerId, decimal Planned, decimal Lost);

/// <param name="MemberId">The member.</param>
/// <param name="HalfDays">What it is billed.</param>
public sealed record BilledHalfDays(string MemberId, Traced<decimal> HalfDays)
{
    /// <summary>The figure that a key reads.</summary>
    public MemberFact ToFact(string? centreId = null) => new(MemberId, Measure.HalfDaysBilled, HalfDays.Value, centreId);
}
