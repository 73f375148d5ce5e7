using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;

namespace StaffPool.Application.Planning;

/// <summary>
/// Changes one cell of a draft by hand: half-days, and whether the next plan made from it keeps the cell. Rules that the
/// change breaks are told by <see cref="ReadPlan"/> and stop the publication, not the draft.
/// </summary>
[Permits(Role.Administrator)]
public sealed class EditAssignment(Work work) : IUseCase<AssignmentEdit, AssignmentBefore>
{
    // A professional has fewer half-days in a year, whatever the contract.
    private const int MostHalfDays = 1000;

    /// <returns>The cell as it was, for whoever wants it back.</returns>
    public Task<AssignmentBefore> RunAsync(Guid groupingId, AssignmentEdit request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => EditAsync(scope, request, stop), stop);

    private static async Task<AssignmentBefore> EditAsync(WorkScope scope, AssignmentEdit request, CancellationToken stop)
    {
        var db = scope.Db;
        var plan = await PlanDrafts.OfAsync(scope, request.PlanId, request.Version, stop);
        if (request.HalfDays is < 0 or > MostHalfDays)
        {
            throw RefusedException.Of(Refusal.Invalid, PlanTexts.Of("plan.half-days", MostHalfDays));
        }

        WorkScope.Found(await db.Professionals.SingleOrDefaultAsync(p => p.Id == request.ProfessionalId, stop), "not-found.professional");
        WorkScope.Found(
            await db.Needs.SingleOrDefaultAsync(
                n => n.Id == request.NeedId && db.Campaigns.Any(c => c.Id == n.CampaignId && c.PeriodStart == plan.PeriodStart), stop),
            "not-found.need");
        var cell = await db.Assignments.SingleOrDefaultAsync(
            a => a.PlanId == plan.Id && a.ProfessionalId == request.ProfessionalId && a.NeedId == request.NeedId, stop);
        var before = new AssignmentBefore(cell?.HalfDays ?? 0, cell?.IsPinned ?? false);
        if (cell is not null && request is { HalfDays: 0, IsPinned: false })
        {
            db.Assignments.Remove(cell);
        }
        else if (request.HalfDays > 0 || request.IsPinned)
        {
            if (cell is null)
            {
                cell = new AssignmentRow { PlanId = plan.Id, ProfessionalId = request.ProfessionalId, NeedId = request.NeedId };
                db.Assignments.Add(cell);
            }

            (cell.HalfDays, cell.IsPinned) = (request.HalfDays, request.IsPinned);
        }

        // The version of the plan guards all its cells.
        db.Entry(plan).State = EntityState.Modified;
        return before;
    }
}

/// <param name="PlanId">A draft.</param>
/// <param name="Version">Of the plan, as read.</param>
/// <param name="ProfessionalId">Who.</param>
/// <param name="NeedId">Which need.</param>
/// <param name="HalfDays">In the period; 0 for none.</param>
/// <param name="IsPinned">Whether the next plan keeps it; pinned at 0, the pair is forbidden.</param>
public sealed record AssignmentEdit(Guid PlanId, int Version, Guid ProfessionalId, Guid NeedId, int HalfDays, bool IsPinned);

public sealed record AssignmentBefore(int HalfDays, bool IsPinned);
