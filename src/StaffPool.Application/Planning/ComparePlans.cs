using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Planning;

/// <summary>What changes from one plan to another, and for whom.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.Auditor)]
public sealed class ComparePlans(Work work, GroupingLoader loader) : IUseCase<TwoPlans, StoredComparison>
{
    public Task<StoredComparison> RunAsync(Guid groupingId, TwoPlans request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, async scope =>
        {
            var before = await StoredPlan.LoadAsync(loader, scope, request.Before, stop);
            var after = await StoredPlan.LoadAsync(loader, scope, request.After, stop);
            return ViewOf(before.Row, after.Row, PlanComparison.Of(before.Answered, after.Answered));
        }, stop);

    private static StoredComparison ViewOf(PlanRow before, PlanRow after, PlanComparison changes) => new(
        PlanHead.Of(before),
        PlanHead.Of(after),
        changes.Disturbed.Count,
        changes.HalfDaysMoved,
        LineOf(changes.Whole),
        [.. changes.Aims.Select(a => new ComparedAim(a.Objective.Id, ObjectiveTexts.NameOf(a.Objective), a.Objective.Unit, a.Before, a.After))],
        [.. changes.Members.Select(LineOf)],
        [.. changes.Professions.Select(LineOf)],
        [.. changes.People.Select(p => new ComparedPerson(
            p.Professional.Name, p.MetresBefore, p.MetresAfter, [.. p.Cells.Select(c => new ComparedCell(c.Site.Name, c.Before, c.After))]))]);

    private static ComparedLine LineOf(ServedChange change) =>
        new(change.Name, change.Before.Asked, change.Before.Served, change.After.Asked, change.After.Served);
}

public sealed record TwoPlans(Guid Before, Guid After);

/// <summary>What changes from one plan to another; half-days are those of the period.</summary>
/// <param name="Before">The former plan.</param>
/// <param name="After">The new one.</param>
/// <param name="PeopleDisturbed">How many had work in the former plan and see it change.</param>
/// <param name="HalfDaysMoved">Added or taken away for them, cell by cell.</param>
/// <param name="Whole">The whole grouping.</param>
/// <param name="Aims">Most important first.</param>
/// <param name="Members">One per member of either grouping.</param>
/// <param name="Professions">One per profession of either grouping.</param>
/// <param name="People">Those for whom any cell changes; none where the two are one.</param>
public sealed record StoredComparison(
    PlanHead Before,
    PlanHead After,
    int PeopleDisturbed,
    int HalfDaysMoved,
    ComparedLine Whole,
    IReadOnlyList<ComparedAim> Aims,
    IReadOnlyList<ComparedLine> Members,
    IReadOnlyList<ComparedLine> Professions,
    IReadOnlyList<ComparedPerson> People);

/// <param name="Code">Of the aim.</param>
/// <param name="Name">As shown.</param>
/// <param name="Unit">Of the values; less is better.</param>
/// <param name="Before">In the former plan.</param>
/// <param name="After">In the new one.</param>
public sealed record ComparedAim(string Code, Text Name, ObjectiveUnit Unit, long Before, long After);

/// <summary>Half-days asked and served of one member, profession or whole grouping.</summary>
public sealed record ComparedLine(string Name, int AskedBefore, int ServedBefore, int AskedAfter, int ServedAfter);

/// <summary>What changes for one professional; metres are of the road, in the period.</summary>
public sealed record ComparedPerson(string Name, long MetresBefore, long MetresAfter, IReadOnlyList<ComparedCell> Cells);

/// <summary>Half-days on one site.</summary>
public sealed record ComparedCell(string SiteName, int Before, int After);
