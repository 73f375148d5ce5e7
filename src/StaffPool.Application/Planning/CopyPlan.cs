using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;

namespace StaffPool.Application.Planning;

/// <summary>A draft with the same cells as a plan, to be changed without touching it.</summary>
[Permits(Role.Administrator)]
public sealed class CopyPlan(Work work) : IUseCase<Guid, Guid>
{
    /// <returns>The draft.</returns>
    public Task<Guid> RunAsync(Guid groupingId, Guid request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, async scope =>
        {
            var source = WorkScope.Found(
                await scope.Db.Plans.AsNoTracking().Include(p => p.Assignments).SingleOrDefaultAsync(p => p.Id == request, stop), "not-found.plan");
            var copy = new PlanRow
            {
                Name = PlanTexts.Of("plan.copy", source.Name.Length > 300 ? source.Name[..300] : source.Name).ToString(),
                PeriodStart = source.PeriodStart,
                PeriodEnd = source.PeriodEnd,
                CreatedAt = scope.Now,
                Document = source.Document,
                RunId = source.RunId,
            };
            copy.Assignments.AddRange(source.Assignments.Select(a => new AssignmentRow
            {
                ProfessionalId = a.ProfessionalId, NeedId = a.NeedId, HalfDays = a.HalfDays, IsPinned = a.IsPinned,
            }));
            scope.Db.Plans.Add(copy);
            scope.Subject = copy.Id;
            return copy.Id;
        }, stop);
}
