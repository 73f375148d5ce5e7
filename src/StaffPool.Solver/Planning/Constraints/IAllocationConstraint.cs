namespace StaffPool.Solver.Planning.Constraints;

/// <summary>
/// One rule of the allocation, told to the engine. The rules on pairs are not here: cells that they forbid have no
/// variables.
/// </summary>
internal interface IAllocationConstraint
{
    /// <summary>Code of the rule that the checker holds plans against, for the same meaning.</summary>
    string Code { get; }

    void Apply(AllocationModel model);
}

internal static class AllocationConstraints
{
    public static IReadOnlyList<IAllocationConstraint> All { get; } =
    [
        new BlockConstraint(),
        new CapacityConstraint(),
        new NeedConstraint(),
        new SiteLimitConstraint(),
        new BetweenSitesConstraint(),
        new MemberQuotaConstraint(),
    ];
}
