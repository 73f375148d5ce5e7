using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;

namespace StaffPool.Application.Planning;

/// <summary>The plans of a grouping: the last period first, in each the published one first.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Coordinator, Role.Auditor)]
[Limits("no-draft-plans", Role.MemberRepresentative)]
public sealed class ListPlans(Work work) : IUseCase<Nothing, IReadOnlyList<PlanLine>>
{
    public Task<IReadOnlyList<PlanLine>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync<IReadOnlyList<PlanLine>>(this, groupingId, async scope =>
        {
            // Drafts are the administrator's and the coordinator's work; members see the shared plan once it is published.
            var seesDrafts = scope.Caller.Is(Role.Administrator, Role.Coordinator, Role.Auditor);
            var plans = await scope.Db.Plans
                .Where(p => seesDrafts || p.Status != PlanStatus.Draft)
                .Select(p => new PlanLine(
                    p.Id, p.Name, p.PeriodStart, p.PeriodEnd, p.Status, p.CreatedAt, p.PublishedAt, p.Assignments.Sum(a => a.HalfDays)))
                .ToListAsync(stop);
            return [.. plans.OrderByDescending(p => p.PeriodStart).ThenByDescending(p => p.Status == PlanStatus.Published).ThenByDescending(p => p.CreatedAt)];
        }, stop);
}

/// <summary>A plan in a list; moments are in UTC.</summary>
public sealed record PlanLine(
    Guid Id, string Name, DateOnly PeriodStart, DateOnly PeriodEnd, PlanStatus Status, DateTime CreatedAt, DateTime? PublishedAt, int HalfDays);
