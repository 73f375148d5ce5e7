using StaffPool.Domain.Planning;

namespace StaffPool.Application.Planning;

/// <summary>A plan and the problem that it answers. Two plans may answer two problems: before and after a change.</summary>
public sealed record ComparedPlan(AllocationProblem Problem, AllocationPlan Plan);

/// <summary>
/// What changes from one plan to another: for whom, on which aims, for which members and professions. Pure; half-days
/// are those of the period.
/// </summary>
/// <param name="Before">The former plan.</param>
/// <param name="After">The new one.</param>
/// <param name="People">Those for whom any cell changes, in the order of the grouping.</param>
/// <param name="Aims">Every aim but those that count changes, most important first; each plan is measured on its own problem.</param>
/// <param name="Members">One per member of either grouping.</param>
/// <param name="Professions">One per profession of either grouping.</param>
/// <param name="Whole">The whole grouping.</param>
public sealed record PlanComparison(
    ComparedPlan Before,
    ComparedPlan After,
    IReadOnlyList<PersonChange> People,
    IReadOnlyList<AimChange> Aims,
    IReadOnlyList<ServedChange> Members,
    IReadOnlyList<ServedChange> Professions,
    ServedChange Whole)
{
    /// <summary>People who had work in the former plan and whose half-days change.</summary>
    public IReadOnlyList<PersonChange> Disturbed => [.. People.Where(p => p.WasPlanned)];

    /// <summary>Half-days added or taken away, cell by cell, for the people disturbed.</summary>
    public int HalfDaysMoved => Disturbed.Sum(p => p.HalfDaysMoved);

    /// <summary>Whether no cell differs.</summary>
    public bool IsSamePlan => People.Count == 0;

    public static PlanComparison Of(ComparedPlan before, ComparedPlan after) => new(
        before,
        after,
        PersonChange.All(before, after),
        [.. AllocationObjectives.InOrder
            .Where(o => o != AllocationObjectives.PeopleDisturbed && o != AllocationObjectives.HalfDaysMoved)
            .Select(o => new AimChange(o, o.Measure(before.Problem, before.Plan), o.Measure(after.Problem, after.Plan)))],
        ServedChange.Pair(
            NeedsServedByGroup.ByMember(before.Problem, before.Plan), NeedsServedByGroup.ByMember(after.Problem, after.Plan)),
        ServedChange.Pair(
            NeedsServedByGroup.ByProfession(before.Problem, before.Plan), NeedsServedByGroup.ByProfession(after.Problem, after.Plan)),
        new ServedChange(
            NeedsServedByGroup.Whole(before.Problem, before.Plan), NeedsServedByGroup.Whole(after.Problem, after.Plan)));
}

/// <summary>One aim before and after; less is better.</summary>
public sealed record AimChange(AllocationObjective Objective, long Before, long After)
{
    public long Change => After - Before;
}

/// <summary>Needs against served of one member, profession or whole grouping, before and after.</summary>
public sealed record ServedChange(NeedsServedByGroup Before, NeedsServedByGroup After)
{
    public string Id => After.Id;

    public string Name => After.Name;

    /// <summary>Half-days served more, or fewer where negative.</summary>
    public int Served => After.Served - Before.Served;

    public bool IsSame => Before.Asked == After.Asked && Before.Served == After.Served;

    /// <summary>Pairs the two lists by identifier; what stands on one side only has nothing on the other.</summary>
    internal static IReadOnlyList<ServedChange> Pair(
        IReadOnlyList<NeedsServedByGroup> before, IReadOnlyList<NeedsServedByGroup> after)
    {
        var known = after.ToDictionary(g => g.Id, StringComparer.Ordinal);
        var former = before.ToDictionary(g => g.Id, StringComparer.Ordinal);
        return [.. before.Concat(after.Where(g => !former.ContainsKey(g.Id))).Select(g => new ServedChange(
            former.GetValueOrDefault(g.Id) ?? Nothing(g), known.GetValueOrDefault(g.Id) ?? Nothing(g)))];
    }

    private static NeedsServedByGroup Nothing(NeedsServedByGroup group) => new(group.Id, group.Name, 0, 0, 0);
}
