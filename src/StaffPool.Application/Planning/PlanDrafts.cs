using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Planning;

namespace StaffPool.Application.Planning;

/// <summary>Plans that may still change.</summary>
internal static class PlanDrafts
{
    /// <summary>The draft, as the user last saw it.</summary>
    /// <exception cref="RefusedException">There is none, it is published, or it changed since.</exception>
    public static async Task<PlanRow> OfAsync(WorkScope scope, Guid planId, int version, CancellationToken stop)
    {
        var plan = scope.Expect(
            WorkScope.Found(await scope.Db.Plans.SingleOrDefaultAsync(p => p.Id == planId, stop), "not-found.plan"), version);
        return plan.Status == PlanStatus.Draft
            ? plan
            : throw RefusedException.Of(Refusal.Invalid, PlanTexts.Of("plan.not-a-draft", plan.Name));
    }
}
