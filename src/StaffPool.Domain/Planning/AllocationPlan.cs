using StaffPool.Domain.Calendar;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Planning;

/// <summary>Who serves which need with how many half-days of the period.</summary>
/// <param name="Professional">Who goes.</param>
/// <param name="Need">The need served; it says where.</param>
/// <param name="HalfDays">Half-days in the period, above zero.</param>
public sealed record Assignment(Professional Professional, NeedDeclaration Need, int HalfDays)
{
    public Site Site => Need.Site;
}

/// <summary>The allocation of one period, from whatever made it: solver, file or hand.</summary>
public sealed class AllocationPlan(Period period, IReadOnlyList<Assignment> assignments)
{
    private readonly ILookup<NeedDeclaration, Assignment> byNeed = assignments.ToLookup(a => a.Need);
    private readonly ILookup<Professional, Assignment> byProfessional = assignments.ToLookup(a => a.Professional);

    public Period Period { get; } = period;

    public IReadOnlyList<Assignment> Assignments { get; } = assignments;

    public int HalfDaysFor(NeedDeclaration need) => byNeed[need].Sum(a => a.HalfDays);

    /// <summary>Half-days missing to a demand.</summary>
    public int UnmetOf(Demand demand) => Math.Max(0, demand.HalfDays - HalfDaysFor(demand.Need));

    public IEnumerable<Assignment> Of(Professional professional) => byProfessional[professional];

    /// <summary>Half-days of one cell, zero where nothing is assigned.</summary>
    public int HalfDaysOf(Professional professional, NeedDeclaration need) =>
        byProfessional[professional].Where(a => a.Need == need).Sum(a => a.HalfDays);
}

/// <summary>A cell fixed by the administrator: exactly so many half-days, zero to forbid.</summary>
public sealed record Pin(Professional Professional, NeedDeclaration Need, int HalfDays);

/// <summary>A distance limit lifted for one professional on one site, with the reason given.</summary>
public sealed record DistanceWaiver(Professional Professional, Site Site, string Reason);

/// <summary>Sites allowed to one professional beyond the limit of the agreement.</summary>
public sealed record SiteLimitWaiver(Professional Professional, int ExtraSites);
