using StaffPool.Domain.Needs;
using StaffPool.Domain.Planning.Rules;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Planning;

/// <summary>The rules of an allocation, in the order in which they are explained.</summary>
public static class AllocationRules
{
    /// <summary>Rules on one professional and one need: who can serve what at all.</summary>
    public static IReadOnlyList<PairRule> Pairs { get; } =
    [
        new ProfessionalIsQualifiedForTheNeed(),
        new ProfessionalConsentsToTheSite(),
        new SiteAcceptsTheEmploymentStatus(),
        new SiteIsWithinReachOfTheBase(),
        new SiteIsWithinReachOfTheSeat(),
    ];

    /// <summary>Every rule; the checker runs them all.</summary>
    public static IReadOnlyList<IAllocationRule> All { get; } =
    [
        new AssignmentsAreWellFormed(),
        .. Pairs,
        new ProfessionalServesAtMostTheAllowedSites(),
        new SitesOfAProfessionalAreCloseToEachOther(),
        new ProfessionalStaysWithinCapacity(),
        new NeedIsNotExceeded(),
        new MemberQuotaIsRespected(),
        new BlocksAreViable(),
        new PinnedCellsAreKept(),
        new LegalMinimumIsServed(),
    ];

    /// <summary>Whether no pair rule forbids this professional to serve this need.</summary>
    public static bool Allow(AllocationProblem problem, Professional professional, NeedDeclaration need) =>
        Pairs.All(rule => rule.Assess(problem, professional, need) is not { Severity: Severity.Blocking });
}
