using Microsoft.AspNetCore.Mvc;
using StaffPool.Application.Planning;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;

namespace StaffPool.Web.Pages.Planning;

/// <summary>One plan: who goes where, what is missing and why. A draft is edited cell by cell, and each change can be undone.</summary>
public sealed class PlanModel(ReadPlan read, EditAssignment edit, CopyPlan copy, PublishPlan publish, DiscardPlan discard) : GroupingPage
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid PlanId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public PlanView View { get; private set; } = null!;

    /// <summary>The last edit, turned round; kept for the next page.</summary>
    [TempData]
    public string? Undo { get; set; }

    public bool MayEdit => Grouping.Has(Role.Administrator) && View.Plan.Status == PlanStatus.Draft;

    public bool MayCopy => Grouping.Has(Role.Administrator);

    protected override async Task<IActionResult?> LoadAsync(CancellationToken stop)
    {
        View = await read.RunAsync(Grouping.Id, PlanId, stop);
        Version = IsRedrawn ? Version : View.Plan.Version;
        return null;
    }

    public async Task<IActionResult> OnPostEditAsync(Guid professional, Guid need, int halfDays, bool pinned, CancellationToken stop)
    {
        var before = await edit.RunAsync(Grouping.Id, new AssignmentEdit(PlanId, Version, professional, need, halfDays, pinned), stop);
        Undo = FormattableString.Invariant($"{professional};{need};{before.HalfDays};{before.IsPinned}");
        Notice = PlanPageTexts.Of("plan.edited").ToString();
        return RedirectToPage(new { id = PlanId });
    }

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken stop)
    {
        await publish.RunAsync(Grouping.Id, new PlanVersion(PlanId, Version), stop);
        Notice = PlanPageTexts.Of("plan.published").ToString();
        return RedirectToPage(new { id = PlanId });
    }

    public async Task<IActionResult> OnPostCopyAsync(CancellationToken stop)
    {
        var draft = await copy.RunAsync(Grouping.Id, PlanId, stop);
        Notice = PlanPageTexts.Of("plan.copied").ToString();
        return RedirectToPage(new { id = draft });
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken stop)
    {
        await discard.RunAsync(Grouping.Id, new PlanVersion(PlanId, Version), stop);
        Notice = PlanPageTexts.Of("plan.discarded").ToString();
        return Redirect($"/g/{Grouping.Code}/plan");
    }
}
